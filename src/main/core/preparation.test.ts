import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCore, type TestCore } from "../../../test/support/core.ts";

/* What stands between a choice and the chat, over the real core and a real library. */
let core: TestCore;
let now: number;
beforeEach(async () => {
  now = new Date(2026, 10, 9, 14, 0).getTime();
  core = await openCore({ clock: { now: () => now } });
});
afterEach(() => core.close());

const phrase = async (body: string, title = "话术"): Promise<string> =>
  (await core.call("phrases.create", { title, body })).id;
const look = (id: string, added: object = {}) => core.call("paste.review", { id, ...added });
const words = (review: Awaited<ReturnType<typeof look>>): string =>
  review.parts.map((part) => (part.kind === "text" ? part.text : "▣")).join("|");
const customer = (name: string) =>
  core.call("customers.set", { name, order: "", shop: "", note: "" });

test("a plain phrase is ready at once", async () => {
  const review = await look(await phrase("您好，在的"));
  expect(review).toMatchObject({ ready: true, fields: [], stops: [] });
  expect(words(review)).toBe("您好，在的");
});

describe("a script that asks", () => {
  test("waits for its fields and is ready with them", async () => {
    const id = await phrase("{% input 城市 %}的{{ 客户.名字 }}，{{ 城市 }}三天到。");
    const first = await look(id);
    expect(first.ready).toBe(false);
    expect(first.fields.map(({ name, required }) => [name, required])).toEqual([
      ["城市", true],
      ["customer.name", true],
    ]);
    const half = await look(id, { answers: { 城市: "杭州" } });
    expect(half.ready).toBe(false);
    expect(words(half)).toContain("杭州三天到");
    const full = await look(id, { answers: { 城市: "杭州", "customer.name": "王女士" } });
    expect(full.ready).toBe(true);
    expect(words(full)).toBe("杭州的王女士，杭州三天到。");
  });

  test("knows the customer in hand", async () => {
    await customer("王女士");
    expect(words(await look(await phrase("{{ 客户.名字 }}您好")))).toBe("王女士您好");
  });

  test("with a mistake is blocked and says where", async () => {
    const review = await look(await phrase("{{ 客户.名子 }}您好"));
    expect(review.ready).toBe(false);
    expect(review.stops).toMatchObject([
      { code: "template_unknown_name_near", severity: "block", params: { line: 1 } },
    ]);
  });

  test("works the final price out", async () => {
    const review = await look(
      await phrase('到手 {% 到手价 标价:299 数量:2 店铺折扣:"9折" 满减:"每满300减50" 券:20 %} 元'),
    );
    expect(review.stops).toEqual([]);
    expect(words(review)).toBe("到手 468.20 元");
  });
});

test("texts changed by hand go out as they are", async () => {
  const id = await phrase("{{ 客户.名字 }}您好");
  const review = await look(id, { texts: ["{{ 就这样 }}"] });
  expect(review.ready).toBe(true);
  expect(words(review)).toBe("{{ 就这样 }}");
});

test("a text changed by hand does not go out while something in it is not filled in", async () => {
  const id = await phrase("{{ 客户.名字 }}您好");
  const open = await look(id);
  expect(words(open)).toBe("〔客户名字〕您好");
  const half = await look(id, { texts: ["〔客户名字〕您好！"], accept: true });
  expect(half.ready).toBe(false);
  expect(half.stops).toEqual([
    { code: "review_not_filled", params: { names: "客户名字" }, severity: "block" },
  ]);
  expect((await look(id, { texts: ["王女士您好！"] })).ready).toBe(true);
  const wrong = await phrase("{{ 客户.名子 }}您好");
  expect(
    (await look(wrong, { texts: ["{{ 客户.名子 }}您好！"], accept: true })).stops,
  ).toMatchObject([{ code: "template_unknown_name_near", severity: "block" }]);
  expect((await look(wrong, { texts: ["您好！"] })).ready).toBe(true);
});

test("the same to the same customer within ten minutes is asked about, then not any more", async () => {
  await customer("王女士");
  const id = await phrase("在的");
  await core.call("paste.copied", { id });
  now += 4 * 60_000;
  const again = await look(id);
  expect(again.ready).toBe(false);
  expect(again.stops).toEqual([
    { code: "paste_repeated", params: { minutes: 4 }, severity: "ask" },
  ]);
  expect((await look(id, { accept: true })).ready).toBe(true);
  await customer("李先生");
  expect((await look(id)).ready).toBe(true);
  await customer("王女士");
  now += 7 * 60_000;
  expect((await look(id)).ready).toBe(true);
});

describe("words that must not be sent", () => {
  test("stop the filled-in text, also when they came in with an answer", async () => {
    const id = await phrase("{% input 说明 %}");
    const bad = await look(id, { answers: { 说明: "您加我微信聊" }, accept: true });
    expect(bad.ready).toBe(false);
    const [part] = bad.parts;
    const found = part?.kind === "text" ? part.findings : [];
    expect(found.map(({ severity }) => severity)).toContain("block");
    expect((await look(id, { answers: { 说明: "您在这里说就好" }, accept: true })).ready).toBe(
      true,
    );
  });

  test("are not seen where they are something else", async () => {
    expect((await look(await phrase("最近下单的第一时间发货"))).ready).toBe(true);
  });

  test("do not go into a free text either", async () => {
    const end = await core.call("paste.text", { text: "我们是全网最低价，加微信" });
    expect(end).toMatchObject({ outcome: "waits", review: { ready: false } });
  });
});

describe("a campaign", () => {
  const set = (phraseId: string) =>
    core.call("campaigns.save", {
      id: null,
      draft: {
        name: "双11",
        start: "2026-11-10T20:00",
        end: "2026-11-12T00:00",
        phrases: [{ phraseId }],
      },
    });

  test("keeps its phrases back before and after, and brings them first while it is on", async () => {
    const other = await phrase("满减活动明天开始", "活动预告");
    const id = await phrase("满减已经开始", "活动进行");
    await set(id);
    await core.indexed();
    const found = async () =>
      (await core.call("search.query", { text: "满减" })).hits.map((hit) => [
        hit.phrase.id,
        hit.badge,
      ]);
    expect(await found()).toEqual([[other, null]]);
    expect(await look(id)).toMatchObject({ ready: false, stops: [{ severity: "block" }] });

    now = Date.parse("2026-11-11T00:00+08:00");
    expect(await found()).toEqual([
      [id, "campaign"],
      [other, null],
    ]);
    expect((await look(id)).ready).toBe(true);
    expect((await core.call("search.query", { text: "" })).hits[0]?.phrase.id).toBe(id);

    now = Date.parse("2026-11-12T00:00+08:00");
    expect(await found()).toEqual([[other, null]]);
    const over = await look(id, { accept: true });
    expect(over).toMatchObject({ ready: false, stops: [{ severity: "block" }] });
  });
});
