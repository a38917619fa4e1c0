/** What is being dragged inside the window. Kept here because the browser hides the data until the drop. */
export type Dragged =
  | { readonly kind: "phrases"; readonly ids: readonly string[] }
  | { readonly kind: "category"; readonly id: string };

let dragged: Dragged | null = null;

/** Starts a drag; `words` is what another program gets when it is dropped there. */
export function startDrag(transfer: DataTransfer, what: Dragged, words: string): void {
  dragged = what;
  transfer.setData("text/plain", words);
  transfer.effectAllowed = what.kind === "phrases" ? "copyMove" : "move";
}

export const whatIsDragged = (): Dragged | null => dragged;

export function endDrag(): void {
  dragged = null;
}
