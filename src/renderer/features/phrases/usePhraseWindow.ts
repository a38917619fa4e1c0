import { type QueryClient, useQueries, useQueryClient } from "@tanstack/react-query";
import { useCallback, useLayoutEffect, useRef } from "react";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import type { Output } from "../../../shared/contract/index.ts";
import { call } from "../../api/client.ts";
import { callKey } from "../../api/hooks.ts";
import type { Filter } from "./place.ts";

/** Rows asked for at once. */
export const PAGE = 200;

type Page = Output<"phrases.query">;

function pageQuery(filter: Filter, page: number) {
  const input = { ...filter, offset: page * PAGE, limit: PAGE };
  return {
    queryKey: callKey("phrases.query", input),
    queryFn: () => call("phrases.query", input),
    // Pages scrolled past are soon forgotten: a hundred thousand rows need not stay in the page.
    gcTime: 20_000,
  };
}

/** What the list can show of a filter now. */
export interface PhraseWindow {
  readonly total: number;
  /** Undefined while that page is on its way. */
  rowAt(index: number): PhraseRow | undefined;
  /** False until the first answer ever. */
  readonly ready: boolean;
  /** True while the rows are still those of the filter before. */
  readonly stale: boolean;
  readonly error: unknown;
  retry(): void;
  /** Waits for the row's page. */
  fetchRow(index: number): Promise<PhraseRow | undefined>;
}

interface Loaded {
  readonly total: number;
  readonly pages: ReadonlyMap<number, readonly PhraseRow[]>;
}

async function fetchRow(client: QueryClient, filter: Filter, index: number): Promise<PhraseRow | undefined> {
  const page = await client.ensureQueryData<Page>(pageQuery(filter, Math.floor(index / PAGE)));
  return page.rows[index % PAGE];
}

/** The pages from `firstPage` to `lastPage` of a filter, kept fresh; other pages are not held. */
export function usePhraseWindow(filter: Filter, firstPage: number, lastPage: number): PhraseWindow {
  const client = useQueryClient();
  const numbers = Array.from({ length: lastPage - firstPage + 1 }, (_, i) => firstPage + i);
  const queries = useQueries({ queries: numbers.map((page) => pageQuery(filter, page)) });

  const pages = new Map<number, readonly PhraseRow[]>();
  let total: number | null = null;
  let newest = 0;
  queries.forEach((query, i) => {
    if (!query.data) return;
    pages.set(firstPage + i, query.data.rows);
    if (query.dataUpdatedAt >= newest) {
      newest = query.dataUpdatedAt;
      total = query.data.total;
    }
  });

  const { view, categoryId, text } = filter;
  const key = JSON.stringify([view, categoryId, text]);
  // While nothing of a new filter is here the old rows stay: a list that blinks at every letter cannot be read.
  const last = useRef<{ key: string; loaded: Loaded } | null>(null);
  const fresh: Loaded | null = total === null ? null : { total, pages };
  useLayoutEffect(() => {
    if (fresh) last.current = { key, loaded: fresh };
  });
  const sameFilter = last.current?.key === key;
  const shown = fresh ?? last.current?.loaded ?? null;

  const retry = useCallback(
    () => void client.invalidateQueries({ queryKey: ["phrases.query"] }),
    [client],
  );
  const failed = queries.find((query) => query.error && !query.data);

  return {
    total: shown?.total ?? 0,
    rowAt: (index) => shown?.pages.get(Math.floor(index / PAGE))?.[index % PAGE],
    ready: shown !== null,
    stale: fresh === null && !sameFilter,
    error: failed?.error ?? null,
    retry,
    fetchRow: (index) => fetchRow(client, { view, categoryId, text }, index),
  };
}
