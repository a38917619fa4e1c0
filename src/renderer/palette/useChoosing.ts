import { useCallback, useRef } from "react";
import type { SendMode } from "../../shared/contract/phrases.ts";
import type { Review } from "../../shared/contract/review.ts";
import { isAppError } from "../../shared/errors.ts";
import { call } from "../api/client.ts";
import type { Added } from "../ui/review/useReview.ts";
import { messageFor } from "./messages.ts";
import { type Params, speak } from "./words.ts";
import type { Surroundings } from "./useSurroundings.ts";
import type { Visits } from "./useVisits.ts";

export interface Note {
  readonly sentence: string;
  readonly bad: boolean;
  /** Something is still to be done. */
  readonly waits?: boolean;
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
  readonly note: (note: Note | null) => void;
  /** It went out: the palette goes back to how it opens. */
  readonly gone: () => void;
  /** Something has to be filled in, changed or confirmed first. */
  readonly waits: (review: Review) => void;
}

/**
 * What happens to the chosen phrase. One choice for each visit at a time: a second Enter before the first is done is
 * dropped, but a palette opened again does not wait for what is still being pasted.
 */
export function useChoosing(
  { locale, canPaste }: Surroundings,
  visits: Visits,
  { note: setNote, gone, waits }: Endings,
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

  const failed = useCallback(
    async (error: unknown) => {
      if (isAppError(error)) await tell(error.code, error.params);
      else setNote({ sentence: say("failed"), bad: true });
    },
    [tell, say, setNote],
  );

  const once = useCallback(
    async (work: () => Promise<void>) => {
      const mine = visits.number;
      if (busy.current === mine) return;
      busy.current = mine;
      try {
        await work();
      } catch (error) {
        await failed(error);
      } finally {
        if (busy.current === mine) busy.current = null;
      }
    },
    [visits, failed],
  );

  const copy = useCallback(
    async ({ id, title }: Choice, added: Added | null) => {
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
    },
    [say, setNote, waits],
  );

  const paste = useCallback(
    async ({ id, title }: Choice, mode: SendMode | null, added: Added | null) => {
      const resume = visits.end();
      const how = { accept: added !== null, fromPalette: true };
      const text = (added?.texts ?? []).join("\n");
      let stillHere = true;
      const end = await (
        id === null
          ? call("paste.text", { title, text, mode: mode ?? "paste", ...how })
          : call("paste.phrase", { id, mode, ...added, ...how })
      ).finally(() => {
        // Opened again meanwhile: what stands there now came since.
        stillHere = resume();
      });
      if (end.review) {
        if (stillHere) waits(end.review);
        return;
      }
      if (stillHere) gone();
      // The core has already told the person; if the palette is still in sight it says so too.
      if (end.outcome !== "pasted" && end.outcome !== "sent" && end.reason)
        await tell(end.reason, end.params, end.outcome !== "copied");
    },
    [visits, gone, waits, tell],
  );

  return {
    failed,
    copy: (choice: Choice): Promise<void> => once(() => copy(choice, null)),
    /** Enter on a row: pastes where that is possible, copies where it is not. `added`: what was filled in or changed. */
    choose: (choice: Choice, send: boolean, added: Added | null = null): Promise<void> =>
      once(async () => {
        // Right after the start it may not be known yet.
        const pastes = canPaste ?? (await call("system.status", {})).canPaste;
        await (pastes ? paste(choice, send ? "send" : null, added) : copy(choice, added));
      }),
  };
}

const textsOf = (review: Review): string[] =>
  review.parts.flatMap((part) => (part.kind === "text" ? [part.text] : []));
