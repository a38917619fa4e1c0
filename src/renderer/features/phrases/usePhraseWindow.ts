import {
  type QueryClient,
  type UseQueryResult,
  useQueries,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useState } from "react";
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
  /** By page number. A plain object: the query library then sees that it has not changed. */
  readonly pages: Readonly<Record<number, readonly PhraseRow[]>>;
}

async function fetchRow(
  client: QueryClient,
  filter: Filter,
  index: number,
): Promise<PhraseRow | undefined> {
  const page = await client.ensureQueryData<Page>(pageQuery(filter, Math.floor(index / PAGE)));
  return page.rows[index % PAGE];
}

/** The pages from `firstPage` to `lastPage` of a filter, kept fresh; other pages are not held. */
export function usePhraseWindow(filter: Filter, firstPage: number, lastPage: number): PhraseWindow {
  const client = useQueryClient();
  const numbers = Array.from({ length: lastPage - firstPage + 1 }, (_, i) => firstPage + i);
  const combine = useCallback(
    (queries: UseQueryResult<Page>[]): { fresh: Loaded | null; error: unknown } => {
      const pages: Record<number, readonly PhraseRow[]> = {};
      let newest: UseQueryResult<Page> | null = null;
      queries.forEach((query, i) => {
        if (!query.data) return;
        pages[firstPage + i] = query.data.rows;
        if (query.dataUpdatedAt >= (newest?.dataUpdatedAt ?? 0)) newest = query;
      });
      const total = (newest as UseQueryResult<Page> | null)?.data?.total;
      const failed = queries.find((query) => query.error && !query.data);
      return { fresh: total === undefined ? null : { total, pages }, error: failed?.error ?? null };
    },
    [firstPage],
  );
  const { fresh, error } = useQueries({
    queries: numbers.map((page) => pageQuery(filter, page)),
    combine,
  });

  const { view, categoryId, text } = filter;
  const key = JSON.stringify([view, categoryId, text]);
  // While nothing of a new filter is here the old rows stay: a list that blinks at every letter cannot be read.
  const [held, setHeld] = useState<{ key: string; loaded: Loaded } | null>(null);
  if (fresh && (held?.key !== key || held.loaded !== fresh)) setHeld({ key, loaded: fresh });
  const shown = fresh ?? held?.loaded ?? null;

  const retry = useCallback(
    () => void client.invalidateQueries({ queryKey: ["phrases.query"] }),
    [client],
  );

  return {
    total: shown?.total ?? 0,
    rowAt: (index) => shown?.pages[Math.floor(index / PAGE)]?.[index % PAGE],
    ready: shown !== null,
    stale: fresh === null && held?.key !== key,
    error,
    retry,
    fetchRow: (index) => fetchRow(client, { view, categoryId, text }, index),
  };
}
