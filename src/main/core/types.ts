import type { EventName, EventPayload } from "../../shared/contract/index.ts";
import type { ErrorParams } from "../../shared/errors.ts";

/** What a call gives back over any transport. JSON only. */
export type Result =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly error: { readonly code: string; readonly params: ErrorParams } };

export type Listener = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

/** The program without a window: the transports and entries see only this. */
export interface Core {
  /** Never rejects: a failure is a Result. `input` may be anything. */
  call(name: string, input: unknown): Promise<Result>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: Listener): () => void;
  /**
   * Makes a file of the machine usable in calls (import): the page only ever sees the returned name.
   * Transports call it for uploads and dialogs. `upload`: the file is there for this alone and goes once it is taken in.
   */
  offerFile(path: string, name: string, upload?: boolean): string;
  /** A file made for download (export), by the name in its url; null when there is none. */
  takeDownload(name: string): { path: string; fileName: string } | null;
  /** The file of a picture, or its thumbnail, by the picture's id; null when there is none. */
  takePicture(id: string, thumb: boolean): Promise<{ path: string; mime: string } | null>;
  close(): Promise<void>;
}
