import type { ImportPlan } from "../../../shared/contract/transfer.ts";

/** How many changes empty a field that held something, and which fields those are. */
export function emptied(changes: ImportPlan["changes"]): { count: number; fields: string[] } {
  const losses = changes
    .map(({ differences }) =>
      differences.filter(({ before, after }) => before !== "" && after === ""),
    )
    .filter((lost) => lost.length > 0);
  return { count: losses.length, fields: [...new Set(losses.flat().map(({ field }) => field))] };
}
