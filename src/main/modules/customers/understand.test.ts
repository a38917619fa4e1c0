import { describe, expect, test } from "vitest";
import { ordersIn } from "./orders.ts";
import { understandText } from "./understand.ts";

const orders = (text: string): string[] => ordersIn(text).map((order) => order.number);

describe("order numbers", () => {
  test.each([
    ["订单编号：2841736459120384651", "2841736459120384651", null],
    ["淘宝订单 2841736459120384651", "2841736459120384651", "taobao"],
    ["订单号:1234567890123456", "1234567890123456", null],
    ["订单号 123456789012345678", "123456789012345678", "taobao"],
    ["京东订单号：298374651029", "298374651029", "jd"],
    ["298374651029 这个什么时候发", "298374651029", "jd"],
    ["订单240612-123456789012345", "240612-123456789012345", "pdd"],
    ["抖音 6932847561029384756", "6932847561029384756", "douyin"],
    ["视频号订单3718293645102938475", "3718293645102938475", "wechat"],
    ["P712345678901234567", "P712345678901234567", "xiaohongshu"],
    ["蝦皮 240612QX7K2M9P", "240612QX7K2M9P", "shopee"],
    ["Order ID: 2841736459120384651", "2841736459120384651", null],
    ["订单号：12345678901", "12345678901", null],
    ["订单编号\u200b：\u202a2841736459120384651\u202c", "2841736459120384651", null],
    ["订单号：２８４１７３６４５９１２０３８４６５１", "2841736459120384651", null],
  ])("%s", (text, number, platform) => {
    expect(understandText(text, [])).toMatchObject({ order: number, platform });
  });

  test.each([
    "13812345678",
    "电话 13812345678",
    "8613812345678",
    "+86 13812345678",
    "+8613812345678",
    "008613812345678",
    "13812345678-1234",
    "184 1234 5678 转 1234",
    "021-62345678",
    "订单的手机号：13812345678",
    "快递单号：773012345678901",
    "运单号 298374651029",
    "物流单号：YT8812345678901",
    "身份证 11010519491231002X",
    "11010519491231002X",
    "银行卡号：6222021234567890123",
    "商品ID：712345678901",
    "邮编 310000",
    "240612-12345678901234",
    "249912-123456789012345",
    "99999999999999999999999",
    "0123456789012345",
    "https://item.example/712345678901abc",
    "2024年6月12日 18:00",
    "",
  ])("none in %s", (text) => expect(orders(text)).toEqual([]));

  test("what is called an order comes before what only looks like one", () => {
    expect(orders("商家编码 123456789012 2841736459120384651\n订单号：298374651029")).toEqual([
      "298374651029",
      "123456789012",
      "2841736459120384651",
    ]);
  });

  test("said twice, it is one", () => {
    expect(orders("298374651029 298374651029")).toHaveLength(1);
  });
});

describe("names", () => {
  test.each([
    ["收货人：王小美", "王小美"],
    ["收货人: 王小美，13812345678，浙江省杭州市", "王小美"],
    ["姓名：欧阳小美 电话：13812345678", "欧阳小美"],
    ["买家：tb8812_33", "tb8812_33"],
    ["买家旺旺：爱吃糖的猫", "爱吃糖的猫"],
    ["【收件人】：李雷", "李雷"],
    ["收件者：陳小美", "陳小美"],
    ["Recipient: Mary Ann Smith, 12 High Street", "Mary Ann Smith"],
    ["Buyer: lamp_fan88", "lamp_fan88"],
    ["王小美，13812345678，浙江省 杭州市 余杭区", "王小美"],
    ["王小美, 86-13812345678, 浙江省 杭州市 余杭区 文一西路, 310000", "王小美"],
    ["地址：浙江省杭州市文一西路 1 号 王小美 138 1234 5678", "王小美"],
    ["旺旺：tb8812_33\n收货人：王小美", "王小美"],
  ])("%s", (text, name) => expect(understandText(text, []).name).toBe(name));

  test.each([
    "您好，13812345678",
    "收货人：王**",
    "收货人：13812345678",
    "收货人：",
    "什么时候发货呀",
    "浙江省，13812345678",
    "他姓名是什么",
  ])("none in %s", (text) => expect(understandText(text, []).name).toBe(""));

  test("the others are kept to choose from", () => {
    expect(understandText("旺旺：tb8812_33\n收货人：王小美", []).names).toEqual([
      "王小美",
      "tb8812_33",
    ]);
  });
});

test("an order page as it is copied", () => {
  const page = `订单编号：2841736459120384651
创建时间：2026-06-02 13:40:12
买家：tb8812_33   店铺：灯饰旗舰店
收货人：王小美 手机：13812345678
收货地址：浙江省 杭州市 余杭区 文一西路 1 号 310000
快递单号：773012345678901
买家留言：周末不要送`;
  expect(understandText(page, ["灯饰旗舰店", "灯饰"])).toEqual({
    name: "王小美",
    order: "2841736459120384651",
    shop: "灯饰旗舰店",
    note: "周末不要送",
    platform: null,
    names: ["王小美", "tb8812_33"],
    orders: ["2841736459120384651"],
  });
});

test("a shop is only taken when it is one of the person's", () => {
  expect(understandText("店铺：别人的店", ["灯饰旗舰店"]).shop).toBe("");
  expect(understandText("来自灯饰旗舰店的订单", ["灯饰旗舰店"]).shop).toBe("灯饰旗舰店");
});

test("an empty note is none", () => {
  expect(understandText("备注：无", []).note).toBe("");
  expect(understandText("备注：", []).note).toBe("");
});

test("any text comes to something without throwing", () => {
  for (const text of [
    "",
    "\n\n",
    "：：：",
    "收货人：：",
    "a".repeat(20_000),
    "1".repeat(20_000),
    "收货人 ".repeat(3_000),
  ])
    expect(understandText(text, ["店"])).toBeDefined();
});
