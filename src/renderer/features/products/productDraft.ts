import type { Product, ProductFields } from "../../../shared/contract/products.ts";

/** A product before anything is written. */
export const BLANK: ProductFields = {
  sku: "",
  name: "",
  shop: "",
  price: null,
  specs: [],
  sellingPoints: [],
  matches: [],
  stockNote: "",
  questions: [],
  pictures: [],
  note: "",
};

/** The changeable part of a product. */
export function fieldsOf(product: Product): ProductFields {
  const { sku, name, shop, price, specs, sellingPoints, matches, stockNote } = product;
  const { questions, pictures, note } = product;
  const words = { sku, name, shop, price, specs, sellingPoints, matches, stockNote };
  return { ...words, questions, pictures, note };
}

/** What is saved of the fields: rows that were begun and left empty are no rows. */
export function cleaned(values: Partial<ProductFields>): Partial<ProductFields> {
  const { specs, sellingPoints, questions } = values;
  const trimmed = (text: string | undefined): string | undefined => text?.trim();
  return {
    ...values,
    ...(values.sku !== undefined && { sku: trimmed(values.sku)! }),
    ...(values.name !== undefined && { name: trimmed(values.name)! }),
    ...(values.shop !== undefined && { shop: trimmed(values.shop)! }),
    ...(specs && {
      specs: specs
        .map(({ key, value }) => ({ key: key.trim(), value: value.trim() }))
        .filter(({ key }) => key !== ""),
    }),
    ...(sellingPoints && {
      sellingPoints: sellingPoints.map((point) => point.trim()).filter(Boolean),
    }),
    ...(questions && {
      questions: questions
        .map((each) => ({ ...each, question: each.question.trim() }))
        .filter(({ question }) => question !== ""),
    }),
  };
}
