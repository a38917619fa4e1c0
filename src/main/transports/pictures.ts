/** Which picture an address means; null for any other address. */
export function askedPicture(url: URL): { id: string; thumb: boolean } | null {
  const id = /^\/pictures\/([0-9a-f]{64})$/.exec(url.pathname)?.[1];
  return id === undefined ? null : { id, thumb: url.searchParams.has("thumb") };
}

/** A picture's address never changes what it shows: it is the hash of its bytes. */
export const pictureHeaders = (mime: string): Record<string, string> => ({
  "content-type": mime,
  "cache-control": "private, max-age=31536000, immutable",
  // It is shown as a picture or not at all, even when somebody opens the address itself.
  "content-security-policy": "default-src 'none'; style-src 'unsafe-inline'; sandbox",
  "x-content-type-options": "nosniff",
  "referrer-policy": "no-referrer",
  "cross-origin-resource-policy": "same-origin",
});
