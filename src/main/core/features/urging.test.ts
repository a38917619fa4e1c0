import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { DateTime } from "luxon";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCore, type TestCore } from "../../../../test/support/core.ts";

const ZONE = "Asia/Shanghai";
let now = 0;
let core: TestCore;
beforeEach(async () => {
  now = DateTime.fromISO("2026-11-11T10:00", { zone: ZONE }).toMillis();
  core = await openCore({ clock: { now: () => now, zone: () => ZONE } });
});
afterEach(() => core.close());

async function file(text: string): Promise<string> {
  const path = join(core.folder, "orders.csv");
  writeFileSync(path, text);
  return core.core.offerFile(path, "待付款.csv");
}

const UNPAID = [
  "订单编号,买家昵称,应付金额,付款状态,商品,店铺",
  "2841736459120384651,阿明,1299,待付款,落地灯,灯饰店",
  "2841736459120384652,小丽,59,待付款,灯泡,灯饰店",
  "2841736459120384653,阿明,20,待付款,灯罩,灯饰店",
].join("\n");

const script = async (body: string, tags: string[] = ["催付"]): Promise<string> =>
  (await core.call("phrases.create", { title: "催付提醒", body, tags })).id;
const review = (id: string, more: object = {}) => core.call("paste.review", { id, ...more });
const codes = async (id: string, more: object = {}): Promise<string[]> =>
  (await review(id, more)).stops.map(({ code }) => code);

describe("an urging script", () => {
  test("from the queue is filled in for the order's buyer, goes out once, and is kept in the log", async () => {
    await core.call("settings.set", { agentName: "小满" });
    const id = await script(
      "{{ 客户.名字 }}，您拍的{{ 客户.备注 }}还没付款，{{ 店铺.名字 }}给您留着。",
    );
    await core.call("urging.import", { file: await file(UNPAID) });
    const { rows } = await core.call("urging.queue", {});
    expect(rows.map(({ buyer }) => buyer)).toEqual(["阿明", "小丽", "阿明"]);
    const { order } = await core.call("urging.take", { order: rows[0]!.order });
    const urges = { order, reason: "stock" as const };
    const before = await review(id, { urges });
    expect(before).toMatchObject({ ready: true, urges });
    expect(before.parts[0]).toMatchObject({
      text: "阿明，您拍的落地灯 ¥1299.00还没付款，灯饰店给您留着。",
    });
    await core.call("paste.copied", { id, urges });
    expect(await codes(id, { urges })).toContain("urging_twice");
    await expect(core.call("paste.copied", { id, urges, texts: ["您好"] })).resolves.toEqual({});
    const log = await core.call("urging.log", { days: 1 });
    expect(log.rows).toMatchObject([{ order, urge: { reason: "stock", by: "小满" } }]);
  });

  test("is stopped for whoever is in hand and paid today, by the palette and by hotkey alike", async () => {
    const id = await script("方便时付一下就好。");
    await core.call("urging.import", { file: await file(UNPAID) });
    await core.call("urging.record", { order: "2841736459120384651", result: "paid" });
    await core.call("customers.set", { name: "阿明", order: "2841736459120384653" });
    const stopped = await review(id, { accept: true });
    expect(stopped.ready).toBe(false);
    expect(stopped.stops).toMatchObject([
      { code: "urging_paid_today", params: { buyer: "阿明", other: "2841736459120384651" } },
    ]);
    await core.call("customers.set", { name: "小丽", order: "2841736459120384652" });
    expect((await review(id)).ready).toBe(true);
    // No urging script: nothing to do with it.
    const other = await script("两天内到。", []);
    await core.call("customers.set", { name: "阿明", order: "2841736459120384653" });
    expect(await codes(other)).toEqual([]);
  });

  test("that is blunt does not go out, and says how to put it; changed by hand it is looked at again", async () => {
    const id = await script("亲，怎么还不付款啊，再不付就给你关了。");
    const found = await review(id, { accept: true });
    expect(found.ready).toBe(false);
    expect(found.stops[0]).toMatchObject({ code: "urging_blunt", severity: "block" });
    const [part] = found.parts;
    expect(part?.kind === "text" && part.findings.map(({ word }) => word)).toEqual([
      ...["怎么还不付", "再不付", "给你关了"],
    ]);
    for (const blunt of [
      "趕快付錢啦",
      "why haven’t you paid yet?",
      "WHY HAVEN'T YOU PAID",
      "赶，紧，付",
    ])
      expect((await review(id, { texts: [blunt] })).ready, blunt).toBe(false);
    for (const fine of [
      ...["方便的时候付一下就好。", "不用赶紧付，先看看。", "付款遇到问题可以告诉我。"],
      ...["Your order is still waiting for payment, whenever it suits you.", "今天付好今天发。"],
    ])
      expect((await review(id, { texts: [fine] })).ready, fine).toBe(true);
  });
});

test("the urging scripts of the starter library are not blunt, and are found by reason", async () => {
  await core.call("starter.add", {});
  const all = await core.call("urging.scripts", {});
  expect(all.length).toBeGreaterThan(5);
  for (const { id, title } of all)
    expect(
      (await codes(id)).filter((code) => code.startsWith("urging")),
      title,
    ).toEqual([]);
  const [first] = await core.call("urging.scripts", { reason: "gift" });
  expect(first).toMatchObject({ title: "催付赠品提醒", fits: true });
});

test("a dry run changes nothing and says what would come", async () => {
  const given = await file(`${UNPAID}\n,丁,5,待付款,,\n`);
  const plan = await core.call("urging.plan", { file: given });
  expect(plan).toMatchObject({ added: 3, changed: 0, refusedCount: 1, columns: { 0: "order" } });
  expect((await core.call("urging.queue", {})).total).toBe(0);
  await core.call("urging.import", { file: given });
  expect(await core.call("urging.plan", { file: given })).toMatchObject({ added: 0, same: 3 });
});

test("an order by hand, a result and what takes them back; an urge is never taken back", async () => {
  const id = await script("方便时付一下就好。");
  const { event } = await core.call("urging.add", { order: "A1", buyer: "甲" });
  await core.call("paste.copied", { id, urges: { order: "A1" } });
  const { order } = await core.call("urging.record", { order: "A1", result: "willPay" });
  await core.call("urging.withdraw", { order: "A1", event: order.urges[0]!.event });
  expect((await core.call("urging.take", { order: "A1" })).urges).toHaveLength(1);
  const again = await core.call("urging.record", { order: "A1", result: "refused" });
  await core.call("urging.withdraw", { order: "A1", event: again.event! });
  expect((await core.call("urging.take", { order: "A1" })).result).toBe("willPay");
  await core.call("urging.withdraw", { order: "A1", event: event! });
  await expect(core.call("urging.take", { order: "A1" })).rejects.toMatchObject({
    code: "urging_order_missing",
  });
});
