/** Where a page finds a picture; `size` "thumb" is small enough for lists. */
export const pictureUrl = (id: string, size: "whole" | "thumb" = "whole"): string =>
  `/pictures/${id}${size === "thumb" ? "?thumb" : ""}`;
