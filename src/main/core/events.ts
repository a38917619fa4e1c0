import { type Emit, type EventName, events } from "../../shared/contract/index.ts";
import type { Listener } from "./types.ts";

/** One-way announcements from the core to whoever listens. A listener that throws does not stop the others. */
export function createEvents() {
  const listeners = new Set<Listener>();
  const emit: Emit = (name, payload) => {
    const parsed = events[name].payload.parse(payload) as typeof payload;
    for (const listener of listeners) {
      try {
        listener(name, parsed);
      } catch (error) {
        console.error(`listener of ${name satisfies EventName}`, error);
      }
    }
  };
  const subscribe = (listener: Listener): (() => void) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  return { emit, subscribe };
}
