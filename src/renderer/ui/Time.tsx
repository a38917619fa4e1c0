import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { timeAgo } from "./timeAgo.ts";

/** How often the words are looked at again, in milliseconds. */
const TICK_MS = 30_000;

const watchers = new Set<() => void>();
let now = Date.now();
let ticking: ReturnType<typeof setInterval> | undefined;

function subscribe(changed: () => void): () => void {
  watchers.add(changed);
  ticking ??= setInterval(() => {
    now = Date.now();
    for (const watcher of watchers) watcher();
  }, TICK_MS);
  return () => {
    watchers.delete(changed);
    if (watchers.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };
}

/** A time as one says it; the exact one on hover. `at` is in milliseconds since 1970. */
export function Time({ at }: { at: number }) {
  const { t, i18n } = useTranslation();
  const present = useSyncExternalStore(subscribe, () => now);
  const exact = new Intl.DateTimeFormat(i18n.language, { dateStyle: "full", timeStyle: "medium" });
  return (
    <time dateTime={new Date(at).toISOString()} title={exact.format(at)}>
      {timeAgo(at, Math.max(present, at), i18n.language) ?? t("frame.justNow")}
    </time>
  );
}
