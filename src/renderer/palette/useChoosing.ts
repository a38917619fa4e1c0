import { useCallback, useRef, useState } from "react";
import type { SendMode } from "../../shared/contract/phrases.ts";
import type { Review } from "../../shared/contract/review.ts";
import { isAppError } from "../../shared/errors.ts";
import { call } from "../api/client.ts";
import type { Added } from "../ui/review/useReview.ts";
import { messageFor } from "./messages.ts";
import { type Params, speak } from "./words.ts";
import type { Surroundings } from "./useSurroundings.ts";

export interface Note {
  readonly sentence: string;
  readonly bad: boolean;
}

const onMac = /Mac/.test(navigator.platform);
export const PASTE_KEYS = onMac ? "Cmd+V" : "Ctrl+V";
export const COPY_KEYS = onMac ? "Cmd+C" : "Ctrl+C";

/** A script chosen: a phrase, or a text that is none (then `id` is null and `added.texts` has it). */
export interface Choice {
  readonly id: string | null;
  readonly title: string;
}

interface Endings {
  /** It went out: the palette goes back to how it opens. */
  readonly gone: () => void;
  /** Something has to be filled in, changed or confirmed first. */
  readonly waits: (review: Review) => void;
}

/** What happens to the chosen phrase. One choice at a time: a second Enter before the first is done is dropped. */
export function useChoosing({ locale, canPaste }: Surroundings, { gone, waits }: Endings) {
  const [note, setNote] = useState<Note | null>(null);
  const busy = useRef(false);
  const say = speak(locale);

  const tell = useCallback(
    async (code: string, params: Params, bad = true) => {
      const sentence = await messageFor(locale, code, params);
      setNote({ sentence: sentence ?? say("failed"), bad });
    },
    [locale, say],
  );

  const failed = useCallback(
    async (error: unknown) => {
      if (isAppError(error)) await tell(error.code, error.params);
      else setNote({ sentence: say("failed"), bad: true });
    },
    [tell, say],
  );

  const once = useCallback(
    async (work: () => Promise<void>) => {
      if (busy.current) return;
      busy.current = true;
      try {
        await work();
      } catch (error) {
        await failed(error);
      } finally {
        busy.current = false;
      }
    },
    [failed],
  );

  const copy = useCallback(
    ({ id, title }: Choice, added: Added | null) =>
      once(async () => {
        const review =
          id === null ? null : await call("paste.review", { id, ...added, accept: added !== null });
        if (review && !review.ready) {
          waits(review);
          return;
        }
        const text = (review ? textsOf(review) : (added?.texts ?? [])).join("\n");
        try {
          await navigator.clipboard.writeText(text);
        } catch {
          setNote({ sentence: say("copyRefused", { keys: COPY_KEYS }), bad: true });
          return;
        }
        const name = title || text.slice(0, 20);
        setNote({ sentence: say("copied", { title: name, keys: PASTE_KEYS }), bad: false });
        if (id !== null) await call("paste.copied", { id });
      }),
    [once, say, waits],
  );

  const paste = useCallback(
    ({ id, title }: Choice, mode: SendMode | null, added: Added | null) =>
      once(async () => {
        const accept = added !== null;
        const end =
          id === null
            ? await call("paste.text", {
                title,
                text: (added?.texts ?? []).join("\n"),
                mode: mode ?? "paste",
                accept,
              })
            : await call("paste.phrase", { id, mode, ...added, accept });
        if (end.review) {
          waits(end.review);
          return;
        }
        gone();
        // The core has already told the person; if the palette is still in sight it says so too.
        if (end.outcome !== "pasted" && end.outcome !== "sent" && end.reason)
          await tell(end.reason, end.params, end.outcome !== "copied");
      }),
    [once, gone, waits, tell],
  );

  /** Enter on a row: pastes where that is possible, copies where it is not. `added`: what was filled in or changed. */
  const choose = useCallback(
    (choice: Choice, send: boolean, added: Added | null = null) =>
      canPaste ? paste(choice, send ? "send" : null, added) : copy(choice, added),
    [canPaste, paste, copy],
  );

  return { note, setNote, choose, copy, failed };
}

const textsOf = (review: Review): string[] =>
  review.parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));
