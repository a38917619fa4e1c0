import { describe, expect, test } from "vitest";
import { explain } from "../../../shared/rules/price/explain.ts";
import { finalPrice } from "../../../shared/rules/price/finalPrice.ts";
import { toYuan } from "../../../shared/rules/price/money.ts";
import {
  type Sheet,
  emptySheet,
  hasRulesOf,
  isSheet,
  inLayers,
  lineOf,
  newItem,
  newRule,
  readSheet,
  rowOf,
  sheetOf,
  withInsisted,
  withRule,
  withRuleMoved,
  withScheme,
} from "./sheet.ts";

const sheet = (parts: Partial<Sheet>): Sheet => ({ ...emptySheet(), ...parts });

function total(of: Sheet): string | null {
  const { input } = readSheet(of);
  return input && toYuan(finalPrice(input).total);
}

function fromLine(line: string, before = emptySheet()): Sheet {
  const read = sheetOf(line, before);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.value;
}

describe("reading", () => {
  test("an empty sheet has no price and nothing wrong", () => {
    expect(readSheet(emptySheet())).toEqual({ input: null, problems: new Map() });
  });

  test("a row that is wrong is named and leaves the others working", () => {
    const half = newRule("shopThreshold", { text: "满300" });
    const rows = sheet({
      items: [newItem({ price: "299", quantity: 2 }), newItem({ price: "abc" })],
      rules: [newRule("shopDiscount", { text: "9折" }), half, newRule("shopCoupon")],
    });
    // 299 × 2 × 0.9
    expect(total(rows)).toBe("538.20");
    const { problems } = readSheet(rows);
    expect([...problems.values()].map(({ code }) => code)).toEqual([
      "price_amount",
      "price_threshold",
    ]);
    expect(problems.has(half.key)).toBe(true);
  });

  test.each([null, 0, 1.5, 10_000])("%s pieces are none", (quantity) => {
    const rows = sheet({ items: [newItem({ price: "299", quantity })] });
    expect([...readSheet(rows).problems.values()].map(({ code }) => code)).toEqual([
      "price_quantity",
    ]);
  });

  test("rules of one row, decisions of a row, and where a step came from", () => {
    const lamp = newItem({ name: "台灯", price: "¥299 元", quantity: 2, own: "会员价280" });
    const coupon = newRule("shopCoupon", { text: "20", use: "never" });
    const rows = sheet({ items: [lamp, newItem({ price: "59" })], rules: [coupon] });
    // 280 × 2 + 59
    expect(total(rows)).toBe("619.00");
    const { steps } = finalPrice(readSheet(rows).input!);
    expect(steps.map((step) => [rowOf(step.discount.id), step.state])).toEqual([
      [lamp.key, "applied"],
      [coupon.key, "never"],
    ]);
  });
});

describe("the line and the rows", () => {
  test.each([
    "299*2 9折 满300减50 券20",
    "台灯 299*2(会员价280) + 灯带 59 每满300减50封顶100 券满199减20 50抵100 送小夜灯*2 运费10",
    "269 + 别家200 跨店每满300减50",
    "A19灯泡 9.90*12 95折 会员95折 平台券20 红包5",
    "299 满300减50（不与店铺券同享） 券60",
  ])("%s", (line) => {
    const rows = fromLine(line);
    expect(lineOf(rows, "zh-CN")).toBe(line);
    expect(explain(finalPrice(readSheet(rows).input!), "zh-CN")).toBe(
      explain(finalPrice(readSheet(fromLine(lineOf(rows, "zh-CN"))).input!), "zh-CN"),
    );
  });

  test("fields are short where the line is not", () => {
    expect(
      fromLine("299 店铺9折 券20 会员价280").rules.map(({ slot, text }) => [slot, text]),
    ).toEqual([
      ["shopDiscount", "9折"],
      ["shopCoupon", "20"],
      ["member", "280"],
    ]);
  });

  test("rows that say the same keep their keys and decisions", () => {
    const before = fromLine("299 9折 券20");
    const coupon = before.rules[1]!;
    const pinned = withInsisted(before, coupon.key, []);
    const after = fromLine("299*3 9折 满300减50 券20", pinned);
    expect(after.items[0]?.key).toBe(before.items[0]?.key);
    expect(after.rules[2]).toEqual({ ...coupon, use: "always" });
  });

  test("a line that cannot be read says where", () => {
    expect(sheetOf("299 满300", emptySheet())).toMatchObject({ ok: false, problem: { at: 4 } });
  });
});

describe("the order of rules", () => {
  const rows = fromLine("598 券20 9折");

  test("a new rule goes to its place", () => {
    const more = withRule(inLayers(rows), newRule("shopThreshold", { text: "满300减50" }));
    expect(more.rules.map(({ slot }) => slot)).toEqual([
      "shopDiscount",
      "shopThreshold",
      "shopCoupon",
    ]);
  });

  test("moved by hand, the order of the rows holds", () => {
    const layered = inLayers(rows);
    // 598 × 0.9 = 538.20 − 20 = 518.20; the other way 578 × 0.9 = 520.20
    expect(total(layered)).toBe("518.20");
    const moved = withRuleMoved(layered, layered.rules[1]!.key, 0);
    expect(moved.counting.order).toBe("listed");
    expect(total(moved)).toBe("520.20");
    expect(withRuleMoved(moved, "nobody", 0)).toBe(moved);
    expect(withRuleMoved(moved, moved.rules[0]!.key, 5)).toBe(moved);
    // Behind an order of one's own new rules come last.
    expect(withRule(moved, newRule("item")).rules.at(-1)?.slot).toBe("item");
  });
});

test("what the browser kept is taken only when it is a sheet", () => {
  expect(isSheet(JSON.parse(JSON.stringify(fromLine("299*2 9折 券20"))))).toBe(true);
  for (const kept of [null, {}, [], "299", { items: [{}], rules: [], counting: {} }, { items: [] }])
    expect(isSheet(kept)).toBe(false);
});

test("a scheme takes the place of the rules and leaves the goods", () => {
  const counting = { order: "listed", base: "piece", pieceUnit: 10 } as const;
  const scheme = {
    id: "5f4c7c9e-5d0c-4a0c-9a53-3f6b6d0c7b11",
    name: "双11",
    shop: "",
    rules: [{ slot: "shopCoupon", text: "20", use: "never" } as const],
    counting,
    createdAt: 1,
    changedAt: 1,
    lastUsedAt: null,
  };
  const rows = fromLine("台灯 299*2 9折");
  const taken = withScheme(rows, scheme);
  expect(taken.items).toBe(rows.items);
  expect(lineOf(taken, "zh-CN")).toBe("台灯 299*2 券20");
  expect(hasRulesOf(taken, scheme)).toBe(true);
  expect(hasRulesOf(withRule(taken, newRule("gift")), scheme)).toBe(true);
  expect(hasRulesOf(rows, scheme)).toBe(false);
});
