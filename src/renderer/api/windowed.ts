import {
  type QueryClient,
  type UseQueryResult,
  useQueries,
  useQueryClient,
} from "@tanstack/react-query";
import { useCallback, useState } from "react";
import type { Input, Output } from "../../shared/contract/index.ts";
import { call } from "./client.ts";
import { callKey } from "./hooks.ts";

/** Calls that give one window of a list. */
type ListCall = "pictures.query" | "products.query" | "promises.list" | "complaints.list";
type Page<N extends ListCall> = Output<N>;
export type RowOf<N extends ListCall> = Page<N>["rows"][number];
/** What a list is asked for, without which part of it. */
export type FilterOf<N extends ListCall> = Omit<Input<N>, "offset" | "limit">;

/** Rows asked for at once. */
export const PAGE = 200;

/** What a list can show of a filter now. */
export interface Windowed<Row, Whole = unknown> {
  readonly total: number;
  /** The newest answer, for what it says beside its rows; of the filter before while the rows are. */
  readonly newest: Whole | null;
  /** Undefined while that page is on its way. */
  rowAt(index: number): Row | undefined;
  /** False until the first answer ever. */
  readonly ready: boolean;
  /** True while the rows are still those of the filter before. */
  readonly stale: boolean;
  readonly error: unknown;
  retry(): void;
  /** Waits for the row's page. */
  fetchRow(index: number): Promise<Row | undefined>;
}

interface Loaded<Row> {
  readonly total: number;
  readonly newest: unknown;
  /** By page number. A plain object: the query library then sees that it has not changed. */
  readonly pages: Readonly<Record<number, readonly Row[]>>;
}

function pageQuery<N extends ListCall>(name: N, filter: FilterOf<N>, page: number) {
  const input = { ...filter, offset: page * PAGE, limit: PAGE } as Input<N>;
  return {
    queryKey: callKey(name, input),
    queryFn: () => call(name, input),
    // Pages scrolled past are soon forgotten: a long list need not stay in the page.
    gcTime: 20_000,
  };
}

async function fetchRow<N extends ListCall>(
  client: QueryClient,
  name: N,
  filter: FilterOf<N>,
  index: number,
): Promise<RowOf<N> | undefined> {
  const query = pageQuery(name, filter, Math.floor(index / PAGE));
  const page = (await client.ensureQueryData(query as never)) as Page<N>;
  return page.rows[index % PAGE] as RowOf<N> | undefined;
}

/** The pages from `firstPage` to `lastPage` of a list, kept fresh; other pages are not held. */
export function useWindowed<N extends ListCall>(
  name: N,
  filter: FilterOf<N>,
  firstPage: number,
  lastPage: number,
): Windowed<RowOf<N>, Page<N>> {
  type Row = RowOf<N>;
  const client = useQueryClient();
  const numbers = Array.from({ length: lastPage - firstPage + 1 }, (_, i) => firstPage + i);
  const combine = useCallback(
    (queries: UseQueryResult<Page<N>>[]): { fresh: Loaded<Row> | null; error: unknown } => {
      const pages: Record<number, readonly Row[]> = {};
      let newest: UseQueryResult<Page<N>> | null = null;
      queries.forEach((query, i) => {
        if (!query.data) return;
        pages[firstPage + i] = query.data.rows as readonly Row[];
        if (query.dataUpdatedAt >= (newest?.dataUpdatedAt ?? 0)) newest = query;
      });
      const whole = (newest as UseQueryResult<Page<N>> | null)?.data;
      const failed = queries.find((query) => query.error && !query.data);
      const fresh = whole === undefined ? null : { total: whole.total, newest: whole, pages };
      return { fresh, error: failed?.error ?? null };
    },
    [firstPage],
  );
  const { fresh, error } = useQueries({
    queries: numbers.map((page) => pageQuery(name, filter, page)) as never,
    combine: combine as never,
  }) as unknown as { fresh: Loaded<Row> | null; error: unknown };

  const key = JSON.stringify(filter);
  // While nothing of a new filter is here the old rows stay: a list that blinks at every letter cannot be read.
  const [held, setHeld] = useState<{ key: string; loaded: Loaded<Row> } | null>(null);
  if (fresh && (held?.key !== key || held.loaded !== fresh)) setHeld({ key, loaded: fresh });
  const shown = fresh ?? held?.loaded ?? null;

  const retry = useCallback(
    () => void client.invalidateQueries({ queryKey: [name] }),
    [client, name],
  );

  return {
    total: shown?.total ?? 0,
    newest: (shown?.newest ?? null) as Page<N> | null,
    rowAt: (index) => shown?.pages[Math.floor(index / PAGE)]?.[index % PAGE],
    ready: shown !== null,
    stale: fresh === null && held?.key !== key,
    error,
    retry,
    fetchRow: (index) => fetchRow(client, name, filter, index),
  };
}
