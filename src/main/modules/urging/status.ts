/** What a file says of an order's payment. */
export type PaymentState = "unpaid" | "paid" | "closed";

const CLOSED =
  /关闭|關閉|取消|已退[款货貨]|退[款货貨](?:成功|完成)|全额退款|全額退款|不成立|cancel|closed|refunded|expired|\bvoid/i;

/** Only a part of the money went back, or it has not gone back yet: the order was paid. */
const PARTLY_REFUNDED = /部分已?退款|退[款货貨](?:处理|處理)?中|(?:partially|partly) refunded/i;

/** Says itself that nothing was paid, even where a stray time of payment stands beside it. */
const NOT_PAID = new RegExp(
  [
    // An advance was paid, the rest is what is urged for.
    "未付|待付|未支付|待支付|(?:待|未).{0,3}尾款|等待.{0,3}(?:付款|支付)|待(?:买家|買家|客户|客戶)付款",
    "(?:付款|支付)(?:失败|失敗|未成功|不成功|未完成|中)|没有创建支付宝交易",
    "unpaid|\\bnot (?:yet )?(?:been )?paid\\b|\\bto (?:be )?pa(?:y|id)\\b|\\bwait buyer pay\\b|\\bno create pay\\b|\\boverdue\\b",
    "(?:pending|awaiting|waiting for|processing) payment",
    "payment (?:is )?(?:not|pending|processing|failed|declined|due|required|incomplete)\\b",
    "^(?:no|否|false|0)$",
  ].join("|"),
  "i",
);

/**
 * Paid, or so far along that it must have been. Ways of goods are looked at before "pending" is: "Pending shipment" is paid.
 * 未发货 and "not shipped" alone say nothing of the payment, nor do 款到发货 and "order received".
 */
const PAID = new RegExp(
  [
    "已付|已支付|已收款|已到账|已到帳|已入账|已入帳|(?:付款|支付)(?:成功|完成)|已(?:确认|確認)(?:付款|收款)",
    "交易成功|(?<![未没沒待])完成|(?:已|待|等待)(?:评价|評價)",
    "(?<![未不到后後])(?:发货|發貨|出货|出貨|出库|出庫|备货|備貨|配货|配貨|拣货|揀貨|打包|分拣|揽收|攬收|揽件|攬件)",
    "(?<![未不])(?:收货|收貨|签收|簽收|自提|取货|取貨|运输|運送|配送|派送|派件|妥投|送达|送達)",
    "(?<!(?:partially|partly|part) )\\bpaid\\b|\\bpayment (?:received|success(?:ful)?|succeeded|confirmed|accepted|authori[sz]ed|captured)\\b",
    "^(?:authori[sz]ed|captured|yes|是|true|1)$",
    "\\bprocess(?:ing|ed)\\b|\\bcompleted?\\b|\\bfinished\\b|\\bfulfil(?:led|l?ment|ling)\\b",
    "\\b(?:un)?shipped\\b|\\bship(?:ping|ment)?\\b|\\bdispatch|\\bdeliver(?:ed|y|ing)\\b|\\bin transit\\b|\\bpick(?:ed)? ?up\\b",
    "\\bto receive\\b|\\bsend goods\\b|\\bconfirm goods\\b|\\breceive confirm\\b|\\bbuyer signed\\b|\\bstock out\\b|\\bconsigned part\\b",
  ].join("|"),
  "i",
);

/** Says that the order waits, and not for what: taken as waiting for the payment, unless a time of it is there. */
const WAITING = /^$|pending|awaiting/i;

function ofStatus(plain: string): PaymentState | null {
  if (PARTLY_REFUNDED.test(plain)) return "paid";
  if (CLOSED.test(plain)) return "closed";
  if (NOT_PAID.test(plain)) return "unpaid";
  // "Not shipped" is no "shipped".
  if (/\bnot\b/i.test(plain)) return null;
  if (PAID.test(plain)) return "paid";
  return WAITING.test(plain) ? "unpaid" : null;
}

/**
 * What a status and a time of payment say together; null: neither says it. A time of payment counts for more than a status that
 * is not known, empty or vague: who paid is never to be urged.
 */
export function paymentState(status: string, paidAt: number | null): PaymentState | null {
  const plain = status
    .normalize("NFKC")
    // WAIT_SELLER_SEND_GOODS, partially_refunded.
    .replaceAll(/[\s_-]+/g, " ")
    // Neither a delivery nor a payment: only how it is to be paid.
    .replaceAll(/\b(?:cash|pay(?:ment)?) on delivery\b/gi, "COD")
    .trim();
  const said = ofStatus(plain);
  if (paidAt === null || said === "closed") return said;
  return NOT_PAID.test(plain) ? said : "paid";
}
