import { type RefObject, useCallback, useRef } from "react";
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

/**
 * What happens to the chosen phrase. One choice for each visit at a time: a second Enter before the first is done is
 * dropped, but a palette opened again does not wait for what is still being pasted.
 */
export function useChoosing(
  { locale, canPaste }: Surroundings,
  visit: RefObject<number>,
  setNote: (note: Note | null) => void,
  whenGone: () => void,
) {
  const busy = useRef<number | null>(null);
  const say = speak(locale);

  const tell = useCallback(
    async (code: string, params: Params, bad = true) => {
      const sentence = await messageFor(locale, code, params);
      setNote({ sentence: sentence ?? say("failed"), bad });
    },
    [locale, say, setNote],
  );

  const once = useCallback(
    async (work: () => Promise<void>) => {
      const mine = visit.current;
      if (busy.current === mine) return;
      busy.current = mine;
      try {
        await work();
      } catch (error) {
        if (isAppError(error)) await tell(error.code, error.params);
        else setNote({ sentence: say("failed"), bad: true });
      } finally {
        if (busy.current === mine) busy.current = null;
      }
    },
    [visit, tell, say, setNote],
  );

  const copy = useCallback(
    async (row: PhraseRow, edited: string | null) => {
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
    },
    [say, setNote],
  );

  const paste = useCallback(
    async (row: PhraseRow, mode: SendMode | null, edited: string | null) => {
      const mine = visit.current;
      const done = await call("paste.phrase", {
        id: row.id,
        mode,
        body: edited,
        fromPalette: true,
      });
      // Opened again meanwhile: what stands there now was typed since.
      if (visit.current === mine) whenGone();
      // The core has already told the person; if the palette is still in sight it says so too.
      if (done.outcome !== "pasted" && done.outcome !== "sent" && done.reason)
        await tell(done.reason, done.params, done.outcome !== "copied");
    },
    [visit, whenGone, tell],
  );

  return {
    tell,
    copy: (row: PhraseRow): Promise<void> => once(() => copy(row, null)),
    /** Enter on a row: pastes where that is possible, copies where it is not. */
    choose: (row: PhraseRow, send: boolean, edited: string | null = null): Promise<void> =>
      once(async () => {
        // Right after the start it may not be known yet.
        const pastes = canPaste ?? (await call("system.status", {})).canPaste;
        await (pastes ? paste(row, send ? "send" : null, edited) : copy(row, edited));
      }),
  };
}
