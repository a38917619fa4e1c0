import {
  type Call,
  type EventName,
  type EventPayload,
  type Input,
  type Output,
  type ProcedureName,
  events,
  procedures,
} from "../../shared/contract/index.ts";
import { AppError, type ErrorParams } from "../../shared/errors.ts";
import type { MessageCode } from "../../shared/messages/zh-CN.ts";

interface Bridge {
  call(name: string, input: unknown): Promise<unknown>;
  on(listener: (name: string, payload: unknown) => void): () => void;
}

const reachWatchers = new Set<(answers: boolean) => void>();
let answering = true;

function setAnswering(answers: boolean): void {
  if (answers === answering) return;
  answering = answers;
  for (const watcher of reachWatchers) watcher(answers);
}

/** True while the program answers. */
export const isAnswering = (): boolean => answering;

/** Hears when the program stops answering and when it answers again; returns the function that stops it. */
export function onReach(watcher: (answers: boolean) => void): () => void {
  reachWatchers.add(watcher);
  return () => reachWatchers.delete(watcher);
}

/** A closed event stream is opened again after so many milliseconds. */
const REOPEN_MS = 2_000;

declare global {
  interface Window {
    bridge?: Bridge;
  }
}

type Reply =
  | { ok: true; value: unknown }
  | { ok: false; error: { code: MessageCode; params: ErrorParams } };

/** Loopback to the browser shell: the session cookie says who we are, so no token is kept in the page. */
const loopback: Bridge = {
  async call(name, input) {
    const response = await fetch(`/call/${name}`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(input),
    });
    return response.json();
  },
  on(listener) {
    let source: EventSource;
    let again: ReturnType<typeof setTimeout> | undefined;
    const open = (): void => {
      source = new EventSource("/events");
      source.addEventListener("open", () => setAnswering(true));
      source.addEventListener("error", () => {
        setAnswering(false);
        // The browser tries again by itself unless it was refused.
        if (source.readyState === EventSource.CLOSED) again = setTimeout(open, REOPEN_MS);
      });
      source.addEventListener("message", (message) => {
        const { name, payload } = JSON.parse(message.data as string) as {
          name: string;
          payload: unknown;
        };
        listener(name, payload);
      });
    };
    open();
    return () => {
      clearTimeout(again);
      source.close();
    };
  },
};

const bridge = window.bridge ?? loopback;

/** True in Electron. */
export const inElectron = window.bridge !== undefined;

/** Calls the core. Rejects with an AppError whose code has a sentence in `shared/messages`. */
export const call: Call = async <N extends ProcedureName>(
  name: N,
  input: Input<N>,
): Promise<Output<N>> => {
  let reply: Reply;
  try {
    reply = (await bridge.call(name, input)) as Reply;
  } catch (cause) {
    throw new AppError("core_gone", {}, { cause });
  }
  if (!reply.ok) throw new AppError(reply.error.code, reply.error.params);
  return procedures[name].output.parse(reply.value) as Output<N>;
};

type AnyListener = (payload: never) => void;
const listeners = new Map<string, Set<AnyListener>>();
let connected = false;

/** Listens to one event of the core; returns the function that stops it. One connection serves all listeners. */
export function on<N extends EventName>(
  name: N,
  listener: (payload: EventPayload<N>) => void,
): () => void {
  if (!connected) {
    connected = true;
    bridge.on((eventName, payload) => {
      const schema = events[eventName as EventName];
      if (!schema) return;
      const parsed = schema.payload.parse(payload) as never;
      for (const each of listeners.get(eventName) ?? []) each(parsed);
    });
  }
  const set = listeners.get(name) ?? new Set<AnyListener>();
  listeners.set(name, set.add(listener as AnyListener));
  return () => set.delete(listener as AnyListener);
}
