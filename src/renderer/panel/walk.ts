/** Rows and categories in the order they are seen. */
const rowsOf = (root: ParentNode): HTMLElement[] => [
  ...root.querySelectorAll<HTMLElement>("[data-row]"),
];

/** Puts the keyboard on the first row. False when there is none. */
export function toFirst(root: ParentNode): boolean {
  const [first] = rowsOf(root);
  first?.focus();
  return first !== undefined;
}

/** Moves the keyboard to the row before or after. False at the ends. */
export function step(root: ParentNode, by: 1 | -1): boolean {
  const rows = rowsOf(root);
  const at = rows.indexOf(document.activeElement as HTMLElement);
  const next = at < 0 ? undefined : rows[at + by];
  next?.focus();
  return next !== undefined;
}
