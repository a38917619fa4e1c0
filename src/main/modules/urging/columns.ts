import type { UrgingColumn } from "../../../shared/contract/urging.ts";

/** Rows looked at for the one with the headers: a title line or a date may stand above it. */
const HEADER_WITHIN = 10;
const LONGEST_HEADER = 30;

const words = (line: string): readonly string[] => line.split(" ");

/** What shops' order exports call these columns; compared after `plainHeader`. The first of a column counts most. */
const HEADER_WORDS: Readonly<Record<UrgingColumn, readonly string[]>> = {
  order: words(
    "订单号 订单编号 订单号码 主订单编号 主订单号 交易单号 交易编号 交易号 平台订单号 订单id 单号 " +
      "訂單號 訂單編號 訂單號碼 交易編號 訂單 orderno ordernumber orderid ordersn order ordercode",
  ),
  buyer: words(
    "买家会员名 买家昵称 买家 会员名 会员名称 昵称 买家旺旺 旺旺 旺旺昵称 买家账号 买家id 客户名 客户 客户昵称 用户名 用户昵称 下单账号 下单帐号 " +
      "買家 買家帳號 買家暱稱 會員名 會員名稱 暱稱 客戶 客戶名稱 帳號 buyer buyername buyernick nickname customer customername username member",
  ),
  amount: words(
    "买家应付货款 买家应付金额 应付金额 应付款 应付 应付总额 实付金额 实付款 实付 实付总额 订单金额 订单总额 总金额 总价 金额 订单应付金额 商家应收金额 待付金额 " +
      "應付金額 應付 實付金額 實付 訂單金額 總金額 金額 amount total payable amountdue orderamount totalamount ordertotal due price",
  ),
  orderedAt: words(
    "订单创建时间 下单时间 拍下时间 创建时间 订单时间 下单日期 成交时间 " +
      "訂單成立時間 訂單成立日期 下單時間 建立時間 下單日期 orderedat ordertime orderdate createdat created date createtime",
  ),
  goods: words(
    "宝贝标题 商品标题 商品名称 商品 商品信息 宝贝名称 货品名称 品名 商品规格 " +
      "商品名稱 商品資訊 品名稱 goods product products productname item items itemname title",
  ),
  shop: words("店铺 店铺名称 店铺名 店名 店鋪 店鋪名稱 賣場 商店 shop store shopname storename"),
  status: words(
    "订单状态 付款状态 支付状态 交易状态 状态 訂單狀態 付款狀態 交易狀態 狀態 status orderstatus paymentstatus financialstatus paid",
  ),
  paidAt: words(
    "订单付款时间 付款时间 支付时间 买家付款时间 付款成功时间 支付成功时间 付款完成时间 支付完成时间 付款确认时间 支付确认时间 付款日期 支付日期 " +
      "訂單付款時間 付款時間 支付時間 買家付款時間 付款成功時間 支付成功時間 付款完成時間 支付完成時間 付款確認時間 支付確認時間 " +
      "paidat paidon paymenttime paytime paidtime paiddate paymentdate datepaid",
  ),
};

interface Meaning {
  readonly column: UrgingColumn;
  /** The smaller, the surer: 买家应付货款 is what is due, 总金额 only may be. */
  readonly place: number;
}

const MEANINGS = new Map<string, Meaning>(
  (Object.entries(HEADER_WORDS) as [UrgingColumn, readonly string[]][]).flatMap(([column, each]) =>
    each.map((word, place) => [word, { column, place }] as const),
  ),
);

/** A header without what people add to it: （元）, asterisks, spaces, full width, case. */
const plainHeader = (header: string): string =>
  header
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll(/\(.*?\)|\[.*?\]|【.*?】|<.*?>/g, "")
    .replaceAll(/[\s*_:：、"'./\-\uFEFF\u200B]/g, "");

const meaningOf = (header: string): Meaning | null =>
  header.length > LONGEST_HEADER ? null : (MEANINGS.get(plainHeader(header)) ?? null);

export interface OrderTable {
  /** The file's own names. */
  readonly headers: readonly string[];
  /** Index of the header row among the rows given; -1: no row names a column we know. */
  readonly headerIndex: number;
  /** Where each column stands. */
  readonly columns: ReadonlyMap<UrgingColumn, number>;
}

/** Finds the header row, the one of the first ten that names most columns, and which column is what. */
export function recogniseOrders(
  rows: readonly { readonly cells: readonly string[] }[],
): OrderTable {
  let best: OrderTable = { headers: [], headerIndex: -1, columns: new Map() };
  for (const [headerIndex, { cells }] of rows.slice(0, HEADER_WITHIN).entries()) {
    const surest = new Map<UrgingColumn, { at: number; place: number }>();
    for (const [at, cell] of cells.entries()) {
      const meaning = meaningOf(cell);
      if (!meaning) continue;
      const before = surest.get(meaning.column);
      if (!before || meaning.place < before.place)
        surest.set(meaning.column, { at, place: meaning.place });
    }
    if (surest.size <= best.columns.size) continue;
    best = {
      headers: cells.map((cell) => cell.trim()),
      headerIndex,
      columns: new Map([...surest].map(([column, { at }]) => [column, at])),
    };
  }
  return best;
}
