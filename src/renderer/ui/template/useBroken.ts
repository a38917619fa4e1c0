import { useMemo } from "react";
import type { TemplateProblem } from "../../../shared/contract/templates.ts";
import { useCall } from "../../api/hooks.ts";

const NONE: readonly never[] = [];

/** Phrases that cannot be filled in, each with its first problem. */
export function useBroken(): ReadonlyMap<string, TemplateProblem> {
  const { data = NONE } = useCall("templates.broken", {}, { keepPrevious: true });
  return useMemo(() => new Map(data.map(({ id, problem }) => [id, problem])), [data]);
}
