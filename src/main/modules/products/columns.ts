import type { ProductColumn, ProductMapping } from "../../../shared/contract/products.ts";

/** Rows looked at for the one with the headers: a title line or a date may stand above it. */
const HEADER_WITHIN = 10;
const LONGEST_HEADER = 30;

const words = (text: string): readonly string[] => text.split(" ");

/** What shops and their programs call these columns, simplified, traditional and English; compared after `plainHeader`. */
const HEADER_WORDS: Readonly<Record<Exclude<ProductColumn, "spec">, readonly string[]>> = {
  sku: words(
    "货号 商品编码 商品编号 商品货号 商家编码 商品代码 产品编码 产品编号 款号 编码 编号 sku sku编码 sku编号 skuid sku货号 " +
      "貨號 商品編碼 商品編號 商品貨號 商家編碼 產品編號 產品編碼 款號 編號 料號 " +
      "itemcode itemno itemnumber productcode productid productno articleno article model stylecode partno",
  ),
  name: words(
    "名称 商品名称 产品名称 商品名 品名 标题 商品标题 宝贝标题 宝贝名称 货品名称 商品 产品 " +
      "名稱 商品名稱 產品名稱 標題 商品標題 貨品名稱 " +
      "name title product productname producttitle item itemname",
  ),
  shop: words(
    "店铺 店铺名称 所属店铺 店名 网店 门店 店鋪 店鋪名稱 所屬店鋪 賣場 商店 shop store shopname storename",
  ),
  price: words(
    "价格 售价 标价 单价 零售价 一口价 日常价 吊牌价 现价 商品价格 销售价 价格元 售价元 " +
      "價格 售價 標價 單價 零售價 定價 現價 price listprice saleprice unitprice retailprice",
  ),
  specs: words(
    "规格 规格参数 参数 商品规格 产品参数 产品规格 属性 商品属性 規格 規格參數 參數 商品規格 屬性 " +
      "specs spec specification specifications attributes parameters",
  ),
  sellingPoints: words(
    "卖点 商品卖点 产品卖点 核心卖点 推荐理由 亮点 特点 优势 賣點 商品賣點 推薦理由 亮點 特點 優勢 " +
      "sellingpoints sellingpoint features highlights benefits",
  ),
  matches: words(
    "搭配 搭配商品 搭配货号 推荐搭配 关联商品 关联货号 搭配推荐 配套 搭配貨號 推薦搭配 關聯商品 關聯貨號 " +
      "matches matchwith goeswith related relatedproducts relatedskus crosssell",
  ),
  stockNote: words(
    "库存 库存说明 库存备注 库存情况 现货 发货说明 庫存 庫存說明 庫存備註 現貨 stock stocknote inventory availability",
  ),
  note: words("备注 说明 内部备注 備註 說明 note notes remark remarks comment comments memo"),
};

/** Columns that are a specification of their own: the header is its name. */
const SPEC_WORDS: ReadonlySet<string> = new Set(
  words(
    "颜色 尺码 尺寸 材质 面料 重量 净重 毛重 容量 功率 电压 色温 型号 品牌 产地 季节 厚度 长度 宽度 高度 直径 成分 口味 保质期 " +
      "適用人群 适用人群 适用年龄 适用场景 风格 款式 图案 包装 质保 保修 " +
      "顏色 尺碼 材質 重量 淨重 容量 電壓 型號 產地 季節 長度 寬度 高度 直徑 成分 風格 保固 " +
      "colour color size material weight capacity power voltage brand origin season length width height diameter warranty style",
  ),
);

const MEANINGS = new Map<string, ProductColumn>(
  (Object.entries(HEADER_WORDS) as [ProductColumn, readonly string[]][]).flatMap(([column, each]) =>
    each.map((word) => [word, column] as const),
  ),
);

/** A header without what people add to it: （必填）, （元）, asterisks, spaces, full width, case. */
function plainHeader(header: string): string {
  return header
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\(.*?\)|\[.*?\]|【.*?】|〔.*?〕|<.*?>/g, "")
    .replaceAll(/[\s*_:：、"'./\-\uFEFF\u200B]/g, "");
}

/** What one header means; null when we do not know. */
export function columnMeaning(header: string): ProductColumn | null {
  if (header.length > LONGEST_HEADER) return null;
  const plain = plainHeader(header);
  return MEANINGS.get(plain) ?? (SPEC_WORDS.has(plain) ? "spec" : null);
}

export interface ProductTable {
  /** The file's own names. */
  readonly headers: readonly string[];
  /** Index of the header row among the rows given; -1 when there is none. */
  readonly headerIndex: number;
  readonly mapping: ProductMapping;
}

type Rows = readonly { readonly cells: readonly string[] }[];

/** Finds the header row, the one of the first ten that names most columns, and what its columns mean. */
export function recogniseColumns(rows: Rows): ProductTable {
  let best = { index: -1, known: 0 };
  for (const [index, { cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const meanings = cells.map(columnMeaning);
    const known = new Set(meanings.filter((each) => each !== null)).size;
    if (known > best.known) best = { index, known };
  }
  const found = rows[best.index];
  if (!found) {
    const first = rows[0]?.cells ?? [];
    return { headers: first.map((cell) => cell.trim()), headerIndex: 0, mapping: {} };
  }
  const width = found.cells.findLastIndex((cell) => cell.trim() !== "") + 1;
  const headers = found.cells.slice(0, width).map((cell) => cell.trim());
  const mapping: ProductMapping = {};
  const taken = new Set<ProductColumn>();
  for (const [column, header] of headers.entries()) {
    const meaning = columnMeaning(header);
    if (meaning === null || (meaning !== "spec" && taken.has(meaning))) continue;
    taken.add(meaning);
    mapping[column] = meaning;
  }
  return { headers, headerIndex: best.index, mapping };
}
