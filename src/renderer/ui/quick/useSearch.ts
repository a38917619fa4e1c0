import { useEffect, useLayoutEffect, useState } from "react";
import { on } from "../../api/client.ts";
import { type Asking, createAsking, NOTHING, type Search } from "./asking.ts";
import { find } from "./find.ts";
import { measureFrom } from "./timing.ts";

/** Rows on the screen at once; also what the digits reach. */
export const ROWS = 9;
/** How far PageDown goes. Asked for at once, so that the count of pages is known; it costs no time one sees. */
const DEEP = ROWS * 11;

/** The search as it stands, and the one who asks. Asks again by itself when the library changes. */
export function useSearch(): { search: Search; asking: Asking } {
  const [search, setSearch] = useState<Search>(NOTHING);
  const [asking] = useState(() =>
    createAsking({
      query: ({ text, shop }) => find(text, shop, DEEP),
      show: setSearch,
    }),
  );

  useEffect(() => on("library.changed", asking.again), [asking]);
  // A campaign has begun or is over; an emergency was switched.
  useEffect(() => on("campaigns.changed", asking.again), [asking]);

  // After the commit that shows the answer, the next frame paints it.
  const { pressedAt } = search;
  useLayoutEffect(() => {
    if (pressedAt !== null) measureFrom(pressedAt);
  }, [pressedAt]);

  return { search, asking };
}
