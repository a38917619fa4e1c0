import type { Segment } from "../../../shared/contract/phrases.ts";

/** What stands for a phrase that has pictures and no words. */
const ONLY_PICTURES = "［图片］";

/** The words of a phrase made of segments: its texts, one below the other. */
export function bodyOf(segments: readonly Segment[]): string {
  const texts = segments.flatMap((each) => (each.kind === "text" ? [each.text] : []));
  return texts.length === 0 ? ONLY_PICTURES : texts.join("\n");
}

/** What the tree rules need of a category. */
export interface Node {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
}

// One look-up table per tree: walking a large tree node by node would otherwise build it each time.
const tables = new WeakMap<readonly Node[], Map<string, Node>>();

function tableOf(tree: readonly Node[]): Map<string, Node> {
  const known = tables.get(tree) ?? new Map(tree.map((node) => [node.id, node]));
  tables.set(tree, known);
  return known;
}

function ancestors(tree: readonly Node[], id: string): Node[] {
  const byId = tableOf(tree);
  const line: Node[] = [];
  // A damaged tree could hold a ring; the length of the tree bounds the walk.
  for (let node = byId.get(id); node && line.length < tree.length;) {
    line.push(node);
    node = node.parentId === null ? undefined : byId.get(node.parentId);
  }
  return line;
}

/** Names from the root down to the category. */
export const pathOf = (tree: readonly Node[], id: string): string[] =>
  ancestors(tree, id)
    .map((node) => node.name)
    .toReversed();

/** 1 for a category at the top. */
export const depthOf = (tree: readonly Node[], id: string): number => ancestors(tree, id).length;

/** True when `id` is `root` or stands anywhere below it. */
export const isBelow = (tree: readonly Node[], id: string, root: string): boolean =>
  ancestors(tree, id).some((node) => node.id === root);

/** Levels the category and what is below it take; 1 for a leaf. */
export const heightOf = (tree: readonly Node[], root: string): number =>
  Math.max(
    ...tree
      .filter((node) => isBelow(tree, node.id, root))
      .map((node) => depthOf(tree, node.id) - depthOf(tree, root) + 1),
  );

/** A phrase without a title is known by the first line of its body, at most 30 characters. */
export function titleFor(title: string, body: string): string {
  const given = title.trim();
  if (given !== "") return given;
  const first = body.trim().split(/\r?\n/, 1)[0] ?? "";
  return [...first].slice(0, 30).join("");
}
