import { useCallback, useRef } from "react";
import type { ChosenIn, PasteEnd } from "../../../shared/contract/desk.ts";
import type { SendMode } from "../../../shared/contract/phrases.ts";
import type { PictureRow } from "../../../shared/contract/pictures.ts";
import type { Review } from "../../../shared/contract/review.ts";
import { isAppError } from "../../../shared/errors.ts";
import { call } from "../../api/client.ts";
import { messageFor } from "../../i18n/messages.ts";
import { type Added, textsOf } from "../review/useReview.ts";
import { copyPicture } from "./copyPicture.ts";
import { copiedCode, copyReview } from "./copyReview.ts";
import type { Switch } from "./found.ts";
import { type Params, speak } from "./words.ts";
import type { Surroundings } from "./useSurroundings.ts";

export interface Note {
  readonly sentence: string;
  readonly bad: boolean;
  /** Something is still to be done. */
  readonly waits?: boolean;
}

const onMac = /Mac/.test(navigator.platform);
export const PASTE_KEYS = onMac ? "Cmd+V" : "Ctrl+V";
export const COPY_KEYS = onMac ? "Cmd+C" : "Ctrl+C";

/** A script chosen: a phrase, or a text that is none. */
export interface Choice {
  /** Null: `text` is what goes out. */
  readonly id: string | null;
  readonly title: string;
  readonly text?: string;
  /** The buyer's question the phrase is to be remembered for. */
  readonly lesson?: string | null;
}

/** What the person did to it before it goes out. */
export interface Looked {
  readonly added: Added;
  /** Everything that may be asked about has been seen. */
  readonly accept: boolean;
}

/** The page it is chosen in. */
interface Page {
  readonly from: ChosenIn;
  readonly visits: {
    /** Told apart by this: one choice at a time for each. */
    readonly number: number;
    /** The person has chosen; the function takes that back, and says whether it is still the same visit. */
    end(): () => boolean;
  };
}

interface Endings {
  readonly note: (note: Note | null) => void;
  /** It went out. */
  readonly gone: () => void;
  /** Something has to be filled in, changed or confirmed first. */
  readonly waits: (review: Review, choice: Choice) => void;
  /** The phrase is remembered for the question. */
  readonly learnt: (title: string) => void;
}

export type Choosing = ReturnType<typeof useChoosing>;

/**
 * What happens to the chosen row. One choice for each visit at a time: a second one before the first is done is
 * dropped, but a palette opened again does not wait for what is still being pasted.
 */
export function useChoosing(
  { locale, canPaste }: Surroundings,
  { from, visits }: Page,
  { note: setNote, gone, waits, learnt }: Endings,
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

  const teach = useCallback(
    async ({ id, title, lesson }: Choice) => {
      if (id === null || !lesson) return;
      const { receipt } = await call("answers.teach", { phraseId: id, question: lesson });
      if (receipt) learnt(title);
    },
    [learnt],
  );

  /** True when the clipboard has it. */
  const toClipboard = useCallback(
    async (title: string, write: () => Promise<void>) => {
      try {
        await write();
      } catch (error) {
        if (isAppError(error)) throw error;
        setNote({ sentence: say("copyRefused", { keys: COPY_KEYS }), bad: true });
        return false;
      }
      setNote({ sentence: say("copied", { title, keys: PASTE_KEYS }), bad: false });
      return true;
    },
    [say, setNote],
  );

  const copy = useCallback(
    async (choice: Choice, looked: Looked | null) => {
      const { id, title } = choice;
      const accept = looked?.accept ?? false;
      const text = (looked?.added.texts ?? [choice.text ?? ""]).join("\n");
      const review =
        id === null
          ? await call("paste.reviewText", { text, title, accept })
          : await call("paste.review", { id, ...looked?.added, accept });
      if (!review.ready) {
        waits(review, choice);
        return;
      }
      let left = 0;
      const named = title || textsOf(review).join("\n").slice(0, 20);
      const copied = await toClipboard(named, async () => {
        left = await copyReview(review);
      });
      if (!copied || id === null) return;
      if (left > 0) await tell(copiedCode(left), { title, keys: PASTE_KEYS, count: left });
      await call("paste.copied", { id, ...looked?.added });
      await teach(choice);
    },
    [toClipboard, waits, teach, tell],
  );

  /** Sends for the paste and follows it to its end. True when it went out. */
  const follow = useCallback(
    async (ask: () => Promise<PasteEnd>, stopped: (review: Review) => void) => {
      const resume = visits.end();
      let stillHere = true;
      const end = await ask().finally(() => {
        // Opened again meanwhile: what stands there now came since.
        stillHere = resume();
      });
      if (end.review) {
        if (stillHere) stopped(end.review);
        return false;
      }
      if (stillHere) gone();
      // The core has already told the person; if the palette is still in sight it says so too.
      if (end.outcome !== "pasted" && end.outcome !== "sent" && end.reason)
        await tell(end.reason, end.params, end.outcome !== "copied");
      return true;
    },
    [visits, gone, tell],
  );

  const paste = useCallback(
    async (choice: Choice, mode: SendMode | null, looked: Looked | null) => {
      const { id, title } = choice;
      const how = { accept: looked?.accept ?? false, from };
      const text = (looked?.added.texts ?? [choice.text ?? ""]).join("\n");
      const out = await follow(
        () =>
          id === null
            ? call("paste.text", { title, text, mode: mode ?? "paste", ...how })
            : call("paste.phrase", { id, mode, ...looked?.added, ...how }),
        (review) => waits(review, choice),
      );
      if (out) await teach(choice);
    },
    [from, follow, waits, teach],
  );

  // Right after the start it may not be known yet.
  const pastes = async (): Promise<boolean> =>
    canPaste ?? (await call("system.status", {})).canPaste;

  const putPicture = async ({ id, name }: PictureRow): Promise<void> => {
    if (await toClipboard(name, () => copyPicture(id))) await call("pictures.copied", { id });
  };

  return {
    failed,
    /** True while a choice of this visit is on its way. */
    underWay: (): boolean => busy.current === visits.number,
    copy: (choice: Choice): Promise<void> => once(() => copy(choice, null)),
    /** Enter on a row: pastes where that is possible, copies where it is not. `looked`: after a look at it. */
    choose: (choice: Choice, send: boolean, looked: Looked | null = null): Promise<void> =>
      once(async () => {
        const job = (await pastes()) ? paste(choice, send ? "send" : null, looked) : null;
        await (job ?? copy(choice, looked));
      }),
    copyPicture: (picture: PictureRow): Promise<void> => once(() => putPicture(picture)),
    choosePicture: (row: PictureRow, send: boolean): Promise<void> =>
      once(async () => {
        if (!(await pastes())) return putPicture(row);
        const mode = send ? "send" : "paste";
        await follow(
          () => call("paste.picture", { picture: row.id, mode, from }),
          () => undefined,
        );
      }),
    /** Switches an emergency the other way. */
    turn: ({ id, name, on }: Switch): Promise<void> =>
      once(async () => {
        await call("campaigns.switch", { id, on: !on });
        setNote({ sentence: say(on ? "switchedOff" : "switchedOn", { name }), bad: false });
      }),
  };
}
