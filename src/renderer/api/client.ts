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
    const source = new EventSource("/events");
    source.addEventListener("message", (message) => {
      const { name, payload } = JSON.parse(message.data as string) as {
        name: string;
        payload: unknown;
      };
      listener(name, payload);
    });
    return () => source.close();
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
