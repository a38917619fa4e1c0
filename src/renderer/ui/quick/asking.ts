import { AppError, isAppError } from "../../../shared/errors.ts";
import type { Answer } from "./found.ts";

/** Milliseconds before a slow answer is admitted to. */
const SLOW_AFTER = 100;
/** Milliseconds between two tries while the core is gone or the index is being built. */
const RETRY_AFTER = 400;

export interface Question {
  readonly text: string;
  readonly shop: string;
}

export interface Search extends Answer {
  /** The text these hits belong to. */
  readonly text: string;
  /** The hits belong to what was asked last; else to something asked before. */
  readonly fresh: boolean;
  /** Why there is no answer to what was asked last. */
  readonly trouble: AppError | null;
  readonly slow: boolean;
  /** At least one answer has come. */
  readonly answered: boolean;
  /** When the key was pressed that this answers; null when no key asked. */
  readonly pressedAt: number | null;
}

export const NOTHING: Search = {
  hits: [],
  heard: null,
  text: "",
  fresh: false,
  ready: true,
  trouble: null,
  slow: false,
  answered: false,
  pressedAt: null,
};

interface Around {
  readonly query: (question: Question) => Promise<Answer>;
  readonly show: (search: Search) => void;
}

export type Asking = ReturnType<typeof createAsking>;

/**
 * Asks the core at each change. Only the answer to the latest question is shown, and old results stay until it comes.
 * Asks again by itself while the library is being read and while the core does not answer.
 */
export function createAsking({ query, show }: Around) {
  let question: Question = { text: "", shop: "" };
  let search = NOTHING;
  let turn = 0;
  /** The complete answer to the latest question, while it is on its way. */
  let coming: PromiseWithResolvers<Search | null> | null = null;

  function put(change: Partial<Search>): void {
    search = { ...search, ...change };
    show(search);
  }

  function drop(): void {
    coming?.resolve(null);
    coming = null;
  }

  function send(pressedAt: number | null): void {
    const mine = ++turn;
    const asked = question;
    const isLatest = (): boolean => mine === turn;
    const sendAgain = (): void => {
      setTimeout(() => {
        if (isLatest()) send(null);
      }, RETRY_AFTER);
    };
    coming ??= Promise.withResolvers();
    const slowness = setTimeout(() => {
      if (isLatest()) put({ slow: true });
    }, SLOW_AFTER);

    const arrived = (answer: Answer): void => {
      const { text } = asked;
      put({
        ...answer,
        text,
        pressedAt,
        fresh: true,
        answered: true,
        trouble: null,
        slow: false,
      });
      if (!answer.ready) {
        sendAgain();
        return;
      }
      coming?.resolve(search);
      coming = null;
    };
    const failed = (error: unknown): void => {
      drop();
      const trouble = isAppError(error)
        ? error
        : new AppError("unexpected", { detail: String(error) }, { cause: error });
      put({ slow: false, trouble });
      // A refusal would be refused again; only silence is worth another try.
      if (trouble.code === "core_gone") sendAgain();
    };
    query(asked)
      .then(
        (answer) => (isLatest() ? arrived(answer) : undefined),
        (error: unknown) => (isLatest() ? failed(error) : undefined),
      )
      .finally(() => clearTimeout(slowness));
  }

  return {
    /** @param pressedAt event.timeStamp of the key that asks */
    ask(text: string, shop: string, pressedAt: number | null): void {
      if (text !== question.text || shop !== question.shop) {
        drop();
        question = { text, shop };
        put({ fresh: false });
      }
      send(pressedAt);
    },
    /** The same again: the library has changed. Who waits for the answer goes on waiting. */
    again: (): void => send(null),
    /**
     * What a choice is made from: the rows in sight when they belong to what was typed, else those that are coming.
     * Null, or null in the end: there is nothing to choose, it could not be asked, or something else was asked.
     */
    answer(): Search | Promise<Search | null> | null {
      if (search.fresh && search.hits.length > 0) return search;
      return coming?.promise ?? null;
    },
    /** Whoever waits for the answer to the latest question is told that it is no longer wanted. */
    drop,
  };
}
