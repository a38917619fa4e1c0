import { useCallback, useRef, useState } from "react";
import type { PhraseRow, SendMode } from "../../shared/contract/phrases.ts";
import { isAppError } from "../../shared/errors.ts";
import { call } from "../api/client.ts";
import { messageFor } from "./messages.ts";
import { wholeBody } from "./wholeBody.ts";
import { type Params, speak } from "./words.ts";
import type { Surroundings } from "./useSurroundings.ts";

export interface Note {
  readonly sentence: string;
  readonly bad: boolean;
}

const onMac = /Mac/.test(navigator.platform);
export const PASTE_KEYS = onMac ? "Cmd+V" : "Ctrl+V";
export const COPY_KEYS = onMac ? "Cmd+C" : "Ctrl+C";

/** What happens to the chosen phrase. One choice at a time: a second Enter before the first is done is dropped. */
export function useChoosing({ locale, canPaste }: Surroundings, whenGone: () => void) {
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

  const once = useCallback(
    async (work: () => Promise<void>) => {
      if (busy.current) return;
      busy.current = true;
      try {
        await work();
      } catch (error) {
        if (isAppError(error)) await tell(error.code, error.params);
        else setNote({ sentence: say("failed"), bad: true });
      } finally {
        busy.current = false;
      }
    },
    [tell, say],
  );

  const copy = useCallback(
    (row: PhraseRow, edited: string | null) =>
      once(async () => {
        const text = edited ?? (await wholeBody(row));
        try {
          await navigator.clipboard.writeText(text);
        } catch {
          setNote({ sentence: say("copyRefused", { keys: COPY_KEYS }), bad: true });
          return;
        }
        const title = row.title || text.slice(0, 20);
        setNote({ sentence: say("copied", { title, keys: PASTE_KEYS }), bad: false });
        await call("paste.copied", { id: row.id });
      }),
    [once, say],
  );

  const paste = useCallback(
    (row: PhraseRow, mode: SendMode | null, edited: string | null) =>
      once(async () => {
        const done = await call("paste.phrase", {
          id: row.id,
          mode,
          texts: edited === null ? null : [edited],
        });
        whenGone();
        // The core has already told the person; if the palette is still in sight it says so too.
        if (done.outcome !== "pasted" && done.outcome !== "sent" && done.reason)
          await tell(done.reason, done.params, done.outcome !== "copied");
      }),
    [once, whenGone, tell],
  );

  /** Enter on a row: pastes where that is possible, copies where it is not. */
  const choose = useCallback(
    (row: PhraseRow, send: boolean, edited: string | null = null) =>
      canPaste ? paste(row, send ? "send" : null, edited) : copy(row, edited),
    [canPaste, paste, copy],
  );

  return { note, setNote, choose, copy };
}
