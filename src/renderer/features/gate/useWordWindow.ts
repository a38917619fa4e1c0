import { keepPreviousData, useQueries } from "@tanstack/react-query";
import type { GateKind, GateSource, GateWord } from "../../../shared/contract/gate.ts";
import { call } from "../../api/client.ts";
import { callKey } from "../../api/hooks.ts";

/** Rows asked for at once. */
export const PAGE = 200;

/** Which entries are looked at. */
export interface WordFilter {
  readonly kind: GateKind | null;
  readonly source: GateSource | null;
  readonly state: "all" | "changed";
  readonly text: string;
}

export const EVERY_WORD: WordFilter = { kind: null, source: null, state: "all", text: "" };

export interface WordWindow {
  readonly ready: boolean;
  readonly total: number;
  readonly counts: Readonly<Record<GateKind, number>> | null;
  /** Undefined while that page is on its way. */
  rowAt(index: number): GateWord | undefined;
  readonly error: unknown;
  retry(): void;
}

/** The pages from `first` to `last` of a filter; what was there stays until something new is. */
export function useWordWindow(filter: WordFilter, first: number, last: number): WordWindow {
  const numbers = Array.from({ length: last - first + 1 }, (_, index) => first + index);
  const pages = useQueries({
    queries: numbers.map((page) => {
      const input = { ...filter, offset: page * PAGE, limit: PAGE };
      return {
        queryKey: callKey("gate.words", input),
        queryFn: () => call("gate.words", input),
        placeholderData: keepPreviousData,
      };
    }),
  });
  const some = pages.find((page) => page.data)?.data;
  return {
    ready: some !== undefined,
    total: some?.total ?? 0,
    counts: some?.counts ?? null,
    rowAt: (index) => pages[Math.floor(index / PAGE) - first]?.data?.rows[index % PAGE],
    error: pages.find((page) => page.error && !page.data)?.error ?? null,
    retry: () => pages.forEach((page) => void page.refetch()),
  };
}
