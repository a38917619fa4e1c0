import { useCallback, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { SearchHit } from "../../shared/contract/search.ts";
import { isAppError } from "../../shared/errors.ts";
import { call, on } from "../api/client.ts";
import { measureFrom } from "./timing.ts";

/** Rows on the screen at once; also what the digits reach. */
export const ROWS = 9;
/** How far PageDown goes. Asked for at once, so that the count of pages is known; it costs no time one sees. */
const DEEP = ROWS * 11;
/** Milliseconds before a slow answer is admitted to. */
const SLOW_AFTER = 100;
/** Milliseconds between two tries while the core is gone or the index is being built. */
const RETRY_AFTER = 400;

export interface Search {
  readonly hits: readonly SearchHit[];
  /** The text these hits belong to. */
  readonly text: string;
  readonly ready: boolean;
  readonly gone: boolean;
  readonly slow: boolean;
  /** At least one answer has come. */
  readonly answered: boolean;
  /** When the key was pressed that this answers; null when no key asked. */
  readonly pressedAt: number | null;
}

const NOTHING: Search = {
  hits: [],
  text: "",
  ready: true,
  gone: false,
  slow: false,
  answered: false,
  pressedAt: null,
};

interface Question {
  readonly text: string;
  readonly shop: string;
  readonly pressedAt: number | null;
}

/**
 * Asks the core at each change; only the answer to the latest question is shown,
 * and old results stay until it comes. Asks again by itself when the library changes,
 * while the index is being built, and while the core does not answer.
 */
export function useSearch() {
  const [search, setSearch] = useState<Search>(NOTHING);
  const latest = useRef<Question>({ text: "", shop: "", pressedAt: null });
  const turn = useRef(0);
  const answer = useRef<PromiseWithResolvers<Search | null> | null>(null);

  const ask = useCallback(function askNow(question: Question) {
    latest.current = question;
    const mine = ++turn.current;
    answer.current?.resolve(null);
    const promised = Promise.withResolvers<Search | null>();
    answer.current = promised;
    const isLatest = (): boolean => mine === turn.current;
    const askAgain = (): void => {
      setTimeout(() => {
        if (isLatest()) askNow({ ...question, pressedAt: null });
      }, RETRY_AFTER);
    };
    const slowness = setTimeout(() => {
      if (isLatest()) setSearch((now) => ({ ...now, slow: true }));
    }, SLOW_AFTER);
    const { text } = question;
    call("search.query", { text: text.slice(0, 500), limit: DEEP, shop: question.shop || null })
      .then(({ hits, ready }) => {
        if (!isLatest()) return;
        const { pressedAt } = question;
        const found = { hits, text, ready, gone: false, slow: false, answered: true, pressedAt };
        setSearch(found);
        promised.resolve(found);
        if (!ready) askAgain();
      })
      .catch((error: unknown) => {
        if (!isLatest()) return;
        promised.resolve(null);
        setSearch((now) => ({ ...now, slow: false, gone: true }));
        // A refusal would be refused again; only silence is worth another try.
        if (isAppError(error) && error.code === "core_gone") askAgain();
      })
      .finally(() => clearTimeout(slowness));
  }, []);

  const askSame = useCallback(() => ask({ ...latest.current, pressedAt: null }), [ask]);

  const find = useCallback(
    (text: string, shop: string, at: number | null) => ask({ text, shop, pressedAt: at }),
    [ask],
  );

  /** What was found for what was asked last; null when that failed or something else was asked meanwhile. */
  const latestAnswer = useCallback(() => answer.current?.promise ?? Promise.resolve(null), []);

  useEffect(() => on("library.changed", askSame), [askSame]);

  // After the commit that shows the answer, the next frame paints it.
  const { pressedAt } = search;
  useLayoutEffect(() => {
    if (pressedAt !== null) measureFrom(pressedAt);
  }, [pressedAt]);

  return { search, find, latest: latestAnswer };
}
