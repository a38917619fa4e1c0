import { useSyncExternalStore } from "react";

/** How often the time is looked at, in milliseconds: a minute is told within the second it turns. */
const LOOK_MS = 1_000;
const MINUTE = 60_000;

const watchers = new Set<() => void>();
let minute = Math.floor(Date.now() / MINUTE);
let looking: ReturnType<typeof setInterval> | undefined;

/** Machines sleep and clocks are set: the minute is compared, never counted on. */
function look(): void {
  const next = Math.floor(Date.now() / MINUTE);
  if (next === minute) return;
  minute = next;
  for (const watcher of watchers) watcher();
}

function subscribe(changed: () => void): () => void {
  watchers.add(changed);
  looking ??= setInterval(look, LOOK_MS);
  look();
  return () => {
    watchers.delete(changed);
    if (watchers.size > 0) return;
    clearInterval(looking);
    looking = undefined;
  };
}

/** The minute it is, in milliseconds since 1970; moves on while the component is shown, also after sleep. */
export function useMinute(): number {
  return useSyncExternalStore(subscribe, () => minute) * MINUTE;
}
