import { z } from "zod";

/** Where a file that was made for the person went. */
export const delivered = z.object({
  /** Where a page can fetch it; null where it was saved at once. */
  url: z.string().nullable(),
  /** Where it was saved; null where a page fetches it. */
  path: z.string().nullable(),
  /** True when the person closed the dialog that asks where to. */
  cancelled: z.boolean(),
});
export type Delivered = z.infer<typeof delivered>;
