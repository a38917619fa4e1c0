import type { ProductFields } from "../../../shared/contract/products.ts";
import { yuanOf } from "./price.ts";

interface Sayings {
  price(yuan: string): string;
  stock(note: string): string;
}

/** A product as one tells a buyer of it: everything on the card but the note, which is for the desk alone. */
export function cardText(product: ProductFields, say: Sayings): string {
  const { name, price, sellingPoints, specs, stockNote } = product;
  return [
    name,
    ...(price === null ? [] : [say.price(yuanOf(price))]),
    ...sellingPoints.map((point) => `· ${point}`),
    ...specs.map(({ key, value }) => (value === "" ? key : `${key}：${value}`)),
    ...(stockNote === "" ? [] : [say.stock(stockNote)]),
  ].join("\n");
}
