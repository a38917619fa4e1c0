/** A SKU as it is compared: one width, one case, no blanks around it. "ａ100 " and "A100" are the same. */
export const skuKey = (sku: string): string => sku.normalize("NFKC").trim().toUpperCase();
