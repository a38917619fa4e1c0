import { useMemo } from "react";
import type { Marks } from "../../../shared/contract/search.ts";
import { useCall } from "../../api/hooks.ts";
import type { Filter } from "./place.ts";

/** How many of the best hits get their letters marked; nobody reads further down. */
const MARKED = 100;

/** Which letters of a row the filter found, by phrase id. */
export function useMarks(filter: Filter): ReadonlyMap<string, Marks> {
  const { data } = useCall(
    "search.query",
    { text: filter.text, limit: MARKED },
    { enabled: filter.text !== "" && filter.view !== "trash" },
  );
  const hits = filter.text === "" ? undefined : data?.hits;
  return useMemo(() => new Map(hits?.map((hit) => [hit.phrase.id, hit.marks])), [hits]);
}
