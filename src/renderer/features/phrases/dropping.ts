import type { DragEvent } from "react";
import { type CategoryNode, between, flatten, mayHold } from "./categoryTree.ts";
import { whatIsDragged } from "./dragging.ts";
import type { Place } from "./place.ts";
import type { PhraseActions } from "./usePhraseActions.ts";

/** Above, on or below a row. */
export type Zone = "before" | "into" | "after";

/** Which part of the row the pointer is over: the edges mean "between". */
export function zoneOf(event: DragEvent): Zone {
  const box = event.currentTarget.getBoundingClientRect();
  const share = (event.clientY - box.top) / box.height;
  return share < 0.25 ? "before" : share > 0.75 ? "after" : "into";
}

/** What dropping the dragged thing on a place would do; null when it may not be dropped there. */
export function dropOn(
  where: Place,
  zone: Zone,
  nodes: readonly CategoryNode[],
  actions: PhraseActions,
  /** What phrases without a category are said to be in. */
  noCategory: string,
): (() => void) | null {
  const all = flatten(nodes);
  const find = (id: string | null) => all.find((each) => each.category.id === id) ?? null;
  const what = whatIsDragged();
  const target = find(where.categoryId);
  if (!what) return null;
  if (what.kind === "phrases") {
    const ids = [...what.ids];
    if (target) return () => actions.move(ids, target.category.id, target.category.name);
    if (where.view === "uncategorised") return () => actions.move(ids, null, noCategory);
    return where.view === "trash" ? () => actions.trash(ids) : null;
  }
  const moved = find(what.id);
  if (!moved) return null;
  const { id, name } = moved.category;
  if (!target) return where.view === "all" ? () => actions.moveCategory(id, name, null) : null;
  if (zone === "into") {
    return mayHold(target, moved) ? () => actions.moveCategory(id, name, target.category.id) : null;
  }
  const parent = find(target.category.parentId);
  if (!mayHold(parent, moved) || target === moved) return null;
  const siblings = (parent?.children ?? nodes).filter((each) => each !== moved);
  const index = siblings.indexOf(target) + (zone === "after" ? 1 : 0);
  const position = between(
    siblings[index - 1]?.category.position ?? null,
    siblings[index]?.category.position ?? null,
  );
  return () => actions.moveCategory(id, name, parent?.category.id ?? null, position);
}
