import type { Input } from "../../../shared/contract/index.ts";

export type View = NonNullable<Input<"phrases.query">["view"]>;

/** Where in the library the list looks: one of the views, or a category. */
export interface Place {
  readonly view: View;
  readonly categoryId: string | null;
}

/** A place and the text typed into the filter. */
export interface Filter extends Place {
  readonly text: string;
}

export const EVERYWHERE: Place = { view: "all", categoryId: null };

export const samePlace = (a: Place, b: Place): boolean =>
  a.view === b.view && a.categoryId === b.categoryId;
