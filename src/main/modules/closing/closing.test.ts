import { describe, expect, test } from "vitest";
import { formOf, type Known, suggest } from "./rules.ts";

const line = (categoryPath: string[], title = "", tags: string[] = []) =>
  formOf({ title, tags, categoryPath });

test("the ending a line is for is told by its category, then by its own words", () => {
  expect(line(["售前", "结束语", "未成交"])).toBe("noDeal");
  expect(line(["售前", "结束语", "成交"])).toBe("deal");
  expect(line(["售前", "结束语", "收货后"], "收货满意邀评")).toBe("receivedFine");
  expect(line(["售前", "结束语", "收货后"], "收货有问题安抚")).toBe("receivedProblem");
  expect(line(["售后", "结束语"], "售后处理完毕")).toBe("receivedProblem");
  expect(line(["售後", "結束語"], "邀請評價")).toBe("receivedFine");
  expect(line(["Closing", "No deal"])).toBe("noDeal");
  expect(line([], "谢谢惠顾", ["结束语"])).toBe("deal");
});

const customer = (some: Partial<Known>): Known => ({
  ...{ name: "阿明", order: "", note: "", paid: null, heard: [] },
  ...some,
});
describe("the ending that is likely", () => {
  test.each([
    [null, "noDeal", "nobody"],
    [customer({}), "noDeal", "noOrder"],
    [customer({ order: "1" }), "deal", "order"],
    [customer({ order: "1", paid: false }), "noDeal", "unpaid"],
    [customer({ order: "1", paid: true }), "deal", "paid"],
    [customer({ order: "1", note: "昨天已签收" }), "receivedFine", "received"],
    [customer({ order: "1", note: "灯罩破损" }), "receivedProblem", "trouble"],
    [customer({ order: "1", heard: [["售后", "破损"]] }), "receivedProblem", "trouble"],
    [customer({ order: "1", heard: [["售后", "发票"]] }), "receivedFine", "received"],
    // Having heard a closing line says nothing of what it was about.
    [customer({ order: "1", heard: [["售后", "结束语"]] }), "deal", "order"],
  ] as const)("%j: %s because %s", (known, form, why) => {
    expect(suggest(known)).toEqual({ form, why });
  });
});
