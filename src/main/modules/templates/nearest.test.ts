import { describe, expect, test } from "vitest";
import { knownPaths } from "./names.ts";
import { distance, nearest } from "./nearest.ts";

const near = (name: string, own: string[] = []): string | null =>
  nearest(name, knownPaths(name, own));

describe("the name a person meant", () => {
  test.each([
    ["客户名字", "客户.名字"],
    ["客户 名字", "客户.名字"],
    ["客户.姓名", "客户.名字"],
    ["买家.姓名", "客户.名字"],
    ["顾客名称", "客户.名字"],
    ["收货人", "客户.名字"],
    ["订单编号", "客户.订单号"],
    ["客户.单号", "客户.订单号"],
    ["订单号", "客户.订单号"],
    ["工号", "客服.工号"],
    ["店名", "店铺"],
    ["今日", "今天"],
    ["周几", "星期"],
    ["剪切板", "剪贴板"],
    ["客戶名字", "客戶.名字"],
    ["customer_name", "customer.name"],
    ["Customer.Name", "customer.name"],
    ["custmer.name", "customer.name"],
    ["buyer.name", "customer.name"],
    ["order_number", "customer.order"],
    ["wekday", "weekday"],
    ["tomorow", "tomorrow"],
  ])("%s is %s", (said, meant) => expect(near(said)).toBe(meant));

  test("a shop's own variable is found by its bare name", () => {
    expect(near("退货地址", ["退货地址"])).toBe("店铺.退货地址");
    expect(near("店铺.退货地", ["退货地址"])).toBe("店铺.退货地址");
  });

  test.each(["优惠券面额", "x", "product_colour", "尺码"])("%s is near nothing", (said) =>
    expect(near(said)).toBeNull(),
  );
});

test("distance counts swaps of neighbours once", () => {
  expect(distance("", "abc")).toBe(3);
  expect(distance("order", "odrer")).toBe(1);
  expect(distance("客户", "客服")).toBe(1);
  expect(distance("kitten", "sitting")).toBe(3);
});
