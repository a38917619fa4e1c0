/**
 * A clipboard holds the words of a script, or of pictures alone the first: how many of its pictures are not there.
 * @param parts without texts that are empty
 */
export function picturesLeft(parts: readonly { readonly kind: "text" | "picture" }[]): number {
  const pictures = parts.filter(({ kind }) => kind === "picture").length;
  return pictures === parts.length ? Math.max(0, pictures - 1) : pictures;
}
