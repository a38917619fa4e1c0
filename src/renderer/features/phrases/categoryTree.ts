import { PHRASE_LIMITS, type Category } from "../../../shared/contract/phrases.ts";

/** A category as the tree shows it. */
export interface CategoryNode {
  readonly category: Category;
  /** 1 for the top level. */
  readonly level: number;
  /** Live phrases here and below. */
  readonly total: number;
  readonly children: readonly CategoryNode[];
}

/** Nests the flat list; within a level by position, then by name. */
export function nest(categories: readonly Category[]): CategoryNode[] {
  const below = Map.groupBy(categories, (each) => each.parentId);
  const build = (parentId: string | null, level: number): CategoryNode[] =>
    (below.get(parentId) ?? [])
      .toSorted((a, b) => a.position - b.position || a.name.localeCompare(b.name, "zh"))
      .map((category) => {
        const children = build(category.id, level + 1);
        const total = children.reduce((sum, child) => sum + child.total, category.count);
        return { category, level, total, children };
      });
  return build(null, 1);
}

/** The nodes on the screen from top to bottom: children only of open ones. */
export function visible(nodes: readonly CategoryNode[], open: ReadonlySet<string>): CategoryNode[] {
  return nodes.flatMap((node) => [
    node,
    ...(open.has(node.category.id) ? visible(node.children, open) : []),
  ]);
}

/** Every node, parents before children. */
export function flatten(nodes: readonly CategoryNode[]): CategoryNode[] {
  return nodes.flatMap((node) => [node, ...flatten(node.children)]);
}

const depth = (node: CategoryNode): number => 1 + Math.max(0, ...node.children.map(depth));

/** True when `moved` may become a child of `parent` (null: top level): not into itself, not too deep. */
export function mayHold(parent: CategoryNode | null, moved: CategoryNode): boolean {
  if (flatten([moved]).some((each) => each.category.id === parent?.category.id)) return false;
  return (parent?.level ?? 0) + depth(moved) <= PHRASE_LIMITS.categoryDepth;
}

/** The position between two neighbours; null stands for "none there". */
export function between(before: number | null, after: number | null): number {
  if (before === null) return after === null ? 0 : after - 1;
  return after === null ? before + 1 : (before + after) / 2;
}
