import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { createOrderReader, timeOf } from "./cells.ts";
import { recogniseOrders } from "./columns.ts";
import { createOrderImporter } from "./importer.ts";
import { paymentState } from "./status.ts";

const ZONE = "Asia/Shanghai";
const PAID_AT = DateTime.fromISO("2026-11-11T09:30", { zone: ZONE }).toMillis();

const rows = (...lines: string[][]) =>
  lines.map((cells, index) => ({ row: index + 1, cells, broken: null }));
function read(head: string[], line: string[]) {
  const table = recogniseOrders(rows(head));
  return createOrderReader(table, ZONE)({ row: 2, cells: line, broken: null });
}

const PAID = [
  ...["买家已付款，等待卖家发货", "卖家已发货，等待买家确认", "交易成功", "WAIT_SELLER_SEND_GOODS"],
  ...["等待出库", "等待确认收货", "完成", "待评价", "WAIT_GOODS_RECEIVE_CONFIRM"],
  ...["已发货，待签收", "已签收", "备货中", "待揽收", "运输中", "付款成功", "支付完成", "退款中"],
  ...["待出貨", "備貨中", "配送中", "已送達", "已取貨", "訂單已完成", "付款成功", "已收款"],
  ...["Processing", "Fulfilled", "Partially fulfilled", "Paid", "Authorized", "partially_refunded"],
  ...["Pending shipment", "Awaiting fulfillment", "Ready to ship", "Unshipped", "Out for delivery"],
  ...["In transit", "Completed", "Payment received", "Shipped, cash on delivery"],
];
const UNPAID = [
  ...[
    "等待买家付款",
    "待付款",
    "等待付款确认",
    "未支付",
    "付款失败",
    "待付尾款",
    "等待買家付款",
    "否",
  ],
  ...["Unpaid", "Not paid", "Pending payment", "Payment pending", "To pay", "WAIT_BUYER_PAY"],
];
const CLOSED = [
  "交易关闭",
  "已取消",
  "未发货，退款成功",
  "訂單已取消",
  "Cancelled",
  "Refunded",
  "Voided",
];
const VAGUE = ["", "Pending", "Awaiting"];
const UNKNOWN = [
  ...["不知道", "未发货", "未完成", "款到发货", "货到付款", "Not shipped", "Order received"],
  ...["Unfulfilled", "Cash on delivery", "On hold", "Partially paid"],
];

describe("what a status says of the payment", () => {
  test.each(PAID)("%s: paid", (status) => {
    expect(paymentState(status, null)).toBe("paid");
    expect(paymentState(status, PAID_AT)).toBe("paid");
  });
  test.each(UNPAID)("%s: not paid, whatever time stands beside it", (status) => {
    expect(paymentState(status, null)).toBe("unpaid");
    expect(paymentState(status, PAID_AT)).toBe("unpaid");
  });
  test.each(CLOSED)("%s: closed", (status) => {
    expect(paymentState(status, null)).toBe("closed");
    expect(paymentState(status, PAID_AT)).toBe("closed");
  });
  test.each(VAGUE)("“%s”: not paid, but for a time of payment", (status) => {
    expect(paymentState(status, null)).toBe("unpaid");
    expect(paymentState(status, PAID_AT)).toBe("paid");
  });
  test.each(UNKNOWN)("%s: not known, but for a time of payment", (status) => {
    expect(paymentState(status, null)).toBeNull();
    expect(paymentState(status, PAID_AT)).toBe("paid");
  });
});

test("an unknown status is refused by row and column only where no time of payment is there", () => {
  const head = ["订单编号", "订单状态", "付款时间"];
  expect(read(head, ["A1", "不知道", "2026-11-11 09:30"])).toMatchObject({
    state: "paid",
    paidAt: PAID_AT,
  });
  expect(read(head, ["A1", "不知道", ""])).toEqual({
    refused: { row: 2, column: "订单状态", code: "import_bad_value", params: { value: "不知道" } },
  });
});

test.each([
  ...["付款确认时间", "支付完成时间", "支付时间", "付款成功时间", "买家付款时间", "支付日期"],
  ...["付款確認時間", "付款成功時間", "Paid at", "Payment time", "Payment Date"],
])("the column %s is the time of payment", (header) => {
  expect(read(["订单号", header], ["A1", "2026-11-11 09:30:00"])).toMatchObject({
    state: "paid",
    paidAt: PAID_AT,
  });
});

test("Shopify's own columns and times", () => {
  expect(timeOf("2026-11-11 01:30:00 +0000", ZONE)).toBe(PAID_AT);
  const head = ["Order", "Financial Status", "Paid at"];
  expect(read(head, ["#1001", "pending", ""])).toMatchObject({ state: "unpaid" });
  expect(read(head, ["#1001", "paid", "2026-11-11 09:30:00 +0800"])).toMatchObject({
    state: "paid",
    paidAt: PAID_AT,
  });
});

test("a line of an order that says it was paid holds for its other lines", async () => {
  const importer = createOrderImporter({
    store: { find: () => null },
    uploads: { find: () => ({ path: "", fileName: "订单.csv" }) },
    readTable: async () =>
      rows(
        ["订单编号", "订单状态", "付款时间", "商品"],
        ["A1", "待发货", "2026-11-11 09:30", "台灯"],
        ["A1", "", "", "灯泡"],
      ),
    now: () => PAID_AT + 1,
    zone: () => ZONE,
  });
  const { entries } = await importer.entries("f");
  expect(entries).toMatchObject([
    { kind: "listed", data: { goods: "台灯；灯泡" } },
    { kind: "paid", data: { at: PAID_AT } },
  ]);
});
