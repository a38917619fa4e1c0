import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCore, type TestCore } from "../../../../test/support/core.ts";
import type { CampaignDraft } from "../../../shared/contract/campaigns.ts";
import type { EventName, Input, Output } from "../../../shared/contract/index.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** Noon of 10 November 2026 in Shanghai. */
const NOON = Date.UTC(2026, 10, 10, 4);

let time = NOON;
let opened: TestCore;
let heard: { name: EventName; payload: unknown }[];

beforeEach(async () => {
  time = NOON;
  opened = await openCore({ clock: { now: () => time } });
  heard = [];
  opened.core.subscribe((name, payload) => void heard.push({ name, payload }));
});
afterEach(() => opened.close());

const call: TestCore["call"] = (name, input) => opened.call(name, input);
const phrase = async (title: string): Promise<string> =>
  (await call("phrases.create", { title, body: `${title}。` })).id;
const draft = (changes: Partial<Input<"campaigns.save">["draft"]> = {}) => ({
  name: "双11",
  start: "2026-11-10T20:00",
  end: "2026-11-12T00:00",
  ...changes,
});
const save = async (changes: Partial<CampaignDraft> = {}, id: string | null = null) =>
  (await call("campaigns.save", { id, draft: draft(changes) })).set;
const member = (phraseId: string, everyday = false) => ({ phraseId, everyday });
const sendable = (phraseId: string, shop: string | null = null) =>
  call("campaigns.sendable", { phraseId, shop });
const status = () => call("campaigns.status", {});
const codeOf = async (work: Promise<unknown>): Promise<string> =>
  work.then(
    () => "none",
    (error: { code: string }) => error.code,
  );
const events = (name: EventName) => heard.filter((each) => each.name === name);
const opening = Date.UTC(2026, 10, 10, 12);
const closing = Date.UTC(2026, 10, 11, 16);

describe("a campaign", () => {
  test("opens and closes by the clock of its zone, and says so at once", async () => {
    const id = await phrase("满减怎么算");
    await save({ phrases: [member(id)] });
    expect(await status()).toMatchObject({ campaigns: [], nextChange: opening });
    heard.length = 0;

    time = opening - MINUTE;
    expect(await sendable(id)).toMatchObject({ ok: false, reason: "not_yet", at: opening });
    await status();
    expect(heard).toEqual([]);

    time = opening;
    expect(await status()).toMatchObject({
      campaigns: [{ name: "双11", until: closing, phrases: 1 }],
      nextChange: closing,
    });
    expect(events("campaigns.changed")).toHaveLength(1);
    expect(events("notice").map(({ payload }) => payload)).toMatchObject([
      { level: "info", code: "campaign_opened", params: { name: "双11", count: 1 } },
    ]);
    expect(await sendable(id)).toEqual({ ok: true });

    time = closing - 1;
    expect(await sendable(id)).toEqual({ ok: true });
    time = closing;
    await status();
    expect(events("notice").at(-1)?.payload).toMatchObject({ code: "campaign_closed" });
    expect(await sendable(id)).toMatchObject({ ok: false, reason: "over", at: closing });
    expect(await status()).toMatchObject({ campaigns: [], nextChange: null });
  });

  test("is in its own zone, on a day without the hour it names", async () => {
    const id = await phrase("早鸟价");
    const set = await save({
      zone: "America/New_York",
      start: "2026-03-08T02:30",
      end: "2026-03-08T04:00",
      phrases: [member(id)],
    });
    // 02:00 is 03:00 there: it opens with the change, and is over an hour later.
    const change = Date.UTC(2026, 2, 8, 7);
    for (const [at, ok] of [
      [change - 1, false],
      [change, true],
      [change + HOUR - 1, true],
      [change + HOUR, false],
    ] as const) {
      time = at;
      expect([at, (await sendable(id)).ok]).toEqual([at, ok]);
    }
    expect(
      await codeOf(save({ ...set, start: "2026-03-08T02:10", end: "2026-03-08T02:50" }, set.id)),
    ).toBe("campaign_ends_first");
  });

  test("on 29 February lasts that day, and there is none in other years", async () => {
    const id = await phrase("闰日特惠");
    await save({ start: "2028-02-29T00:00", end: "2028-03-01T00:00", phrases: [member(id)] });
    time = Date.UTC(2028, 1, 28, 16);
    expect((await sendable(id)).ok).toBe(true);
    time += 24 * HOUR - 1;
    expect((await sendable(id)).ok).toBe(true);
    time += 1;
    expect((await sendable(id)).ok).toBe(false);
    expect(await codeOf(save({ start: "2027-02-29T00:00", end: "2027-03-01T00:00" }))).toBe(
      "campaign_no_such_time",
    );
  });

  test("has phases that may overlap, each with phrases of its own", async () => {
    const [deposit, balance, both, always] = await Promise.all(
      ["定金", "尾款", "改地址", "规则"].map(phrase),
    );
    const phase = (name: string, start: string, end: string, ids: (string | undefined)[]) => ({
      id: crypto.randomUUID(),
      name,
      start: `2026-11-1${start}`,
      end: `2026-11-1${end}`,
      phrases: ids.map((each) => member(each!)),
    });
    await save({
      phrases: [member(always!)],
      phases: [
        phase("定金", "0T20:00", "1T10:00", [deposit, both]),
        phase("尾款", "1T08:00", "1T20:00", [balance, both]),
      ],
    });
    const open = async (): Promise<unknown> =>
      (await status()).campaigns.map(({ phases, phrases }) => [phases, phrases]);
    time = opening;
    expect(await open()).toEqual([[["定金"], 3]]);
    time = Date.UTC(2026, 10, 11, 0);
    expect(await open()).toEqual([[["定金", "尾款"], 4]]);
    time = Date.UTC(2026, 10, 11, 2);
    expect(await open()).toEqual([[["尾款"], 3]]);
    expect(await sendable(deposit!)).toMatchObject({ reason: "over" });
    expect((await sendable(both!)).ok).toBe(true);
    time = Date.UTC(2026, 10, 11, 12);
    expect(await open()).toEqual([[[], 1]]);
  });

  test("is refused with the reason when it cannot be", async () => {
    const refused = (changes: Partial<CampaignDraft>) => codeOf(save(changes));
    expect(await refused({ name: "  " })).toBe("campaign_nameless");
    expect(await refused({ end: null })).toBe("campaign_half_dated");
    expect(await refused({ end: "2026-11-10T20:00" })).toBe("campaign_ends_first");
    expect(await refused({ zone: "Asia/Atlantis" })).toBe("campaign_zone_unknown");
    const phase = { id: crypto.randomUUID(), name: "定金", phrases: [] };
    expect(
      await refused({ phases: [{ ...phase, start: "2026-11-10T19:59", end: "2026-11-11T00:00" }] }),
    ).toBe("campaign_phase_outside");
    expect(
      await refused({ phases: [{ ...phase, start: "2026-11-10T21:00", end: "2026-11-12T00:01" }] }),
    ).toBe("campaign_phase_outside");
    expect(
      await refused({
        start: null,
        end: null,
        phases: [{ ...phase, start: "2026-11-10T21:00", end: "2026-11-11T00:00" }],
      }),
    ).toBe("campaign_phase_outside");
    expect((await call("campaigns.list", {})).sets).toEqual([]);
  });

  test("is undone step by step, and taken away without its phrases", async () => {
    const [one, two] = [await phrase("一"), await phrase("二")];
    const { set, historyId } = await call("campaigns.save", {
      id: null,
      draft: draft({ phrases: [member(one)] }),
    });
    const added = await call("campaigns.addPhrases", { id: set.id, phraseIds: [two, one, two] });
    expect(added.count).toBe(1);
    const phrases = async () =>
      (await call("campaigns.get", { id: set.id })).phrases.map(({ title }) => title);
    expect(await phrases()).toEqual(["一", "二"]);
    await call("history.undo", { id: added.historyId });
    expect(await phrases()).toEqual(["一"]);
    expect(events("campaigns.changed").length).toBeGreaterThanOrEqual(3);

    const removed = await call("campaigns.remove", { id: set.id });
    expect(await codeOf(call("campaigns.get", { id: set.id }))).toBe("campaign_missing");
    expect((await sendable(one)).ok).toBe(true);
    expect((await call("phrases.query", {})).total).toBe(2);
    await call("history.undo", { id: removed.historyId });
    expect(await phrases()).toEqual(["一"]);
    expect((await sendable(one)).ok).toBe(false);

    await call("campaigns.removePhrases", { id: set.id, phraseIds: [one] });
    expect((await sendable(one)).ok).toBe(true);
    expect(await codeOf(call("history.undo", { id: historyId }))).toBe("history_overtaken");
  });

  test("keeps a phrase that is in the trash, and forgets one that is gone", async () => {
    const [one, two] = [await phrase("一"), await phrase("二")];
    const { id } = await save({ phrases: [member(one), member(two)] });
    time = opening;
    await call("phrases.trash", { ids: [one] });
    expect((await status()).campaigns).toMatchObject([{ phrases: 1 }]);
    await call("campaigns.save", {
      id,
      draft: { ...(await call("campaigns.get", { id })).set, name: "双十一" },
    });
    await call("phrases.restore", { ids: [one] });
    expect((await status()).campaigns).toMatchObject([{ name: "双十一", phrases: 2 }]);
    await call("phrases.trash", { ids: [two] });
    await call("phrases.emptyTrash", {});
    expect((await call("campaigns.get", { id })).set.phrases).toEqual([member(one)]);
  });

  test("an everyday phrase stays when it is over", async () => {
    const id = await phrase("发货时间");
    await save({ phrases: [member(id, true)] });
    expect((await sendable(id)).ok).toBe(true);
    time = closing;
    expect((await sendable(id)).ok).toBe(true);
  });

  test("is for its shops", async () => {
    const id = await phrase("满减");
    await save({ shops: ["灯饰旗舰店", " 灯饰旗舰店 "], phrases: [member(id)] });
    time = opening;
    expect((await sendable(id, "灯饰旗舰店")).ok).toBe(true);
    expect(await sendable(id, "家居店")).toMatchObject({ reason: "other_shop" });
    expect((await status()).campaigns).toMatchObject([{ shops: ["灯饰旗舰店"] }]);
  });
});

describe("an emergency", () => {
  const emergency = async (phrases: string[] = []) =>
    save({
      kind: "emergency",
      emergency: "platform",
      name: "平台故障",
      start: null,
      end: null,
      phrases: phrases.map((each) => member(each)),
    });

  test("is switched on and off as one, and every switching is kept", async () => {
    const id = await phrase("平台有点卡");
    const set = await emergency([id]);
    expect(await sendable(id)).toMatchObject({ ok: false, reason: "off" });
    heard.length = 0;
    const on = await call("campaigns.switch", { id: set.id, on: true, why: "付款通道不通" });
    expect(on).toMatchObject({
      emergencies: [
        { name: "平台故障", since: NOON, until: null, why: "付款通道不通", phrases: 1 },
      ],
      switches: [{ id: set.id, on: true }],
    });
    expect(on.emergencies[0]?.by).not.toBe("");
    expect(events("campaigns.changed")).toHaveLength(1);
    // What a person does needs no notice.
    expect(events("notice")).toEqual([]);
    expect((await sendable(id)).ok).toBe(true);

    time += HOUR;
    await call("campaigns.switch", { id: set.id, on: true, until: time + HOUR, shops: ["甲店"] });
    expect((await status()).emergencies).toMatchObject([
      // What was not said again stays.
      { since: NOON, until: time + HOUR, shops: ["甲店"], why: "付款通道不通" },
    ]);
    expect((await sendable(id, "乙店")).ok).toBe(false);
    time += MINUTE;
    await call("campaigns.switch", { id: set.id, on: false });
    await call("campaigns.switch", { id: set.id, on: false });
    expect(await sendable(id)).toMatchObject({ ok: false, reason: "off" });
    const log = await call("campaigns.log", {});
    expect(log.map(({ action, at }) => [action, at])).toEqual([
      ["off", NOON + HOUR + MINUTE],
      ["changed", NOON + HOUR],
      ["on", NOON],
    ]);
  });

  test("ends by itself at the time that was named, and the log says so", async () => {
    const id = await phrase("平台有点卡");
    const set = await emergency([id]);
    expect(await codeOf(call("campaigns.switch", { id: set.id, on: true, until: NOON }))).toBe(
      "campaign_until_past",
    );
    await call("campaigns.switch", { id: set.id, on: true, until: NOON + HOUR });
    heard.length = 0;
    time = NOON + HOUR - 1;
    expect((await status()).emergencies).toHaveLength(1);
    time = NOON + HOUR;
    expect((await status()).emergencies).toEqual([]);
    expect(events("notice")[0]?.payload).toMatchObject({ code: "emergency_ended" });
    expect(await sendable(id)).toMatchObject({ reason: "off" });
    expect((await call("campaigns.log", {})).map(({ action, at }) => [action, at])).toEqual([
      ["ended", NOON + HOUR],
      ["on", NOON],
    ]);
    time += MINUTE;
    await call("campaigns.switch", { id: set.id, on: true });
    expect((await status()).emergencies).toMatchObject([{ since: NOON + HOUR + MINUTE }]);
  });

  test("stays on when the clock is put back, and when the program starts anew", async () => {
    const id = await phrase("平台有点卡");
    const set = await emergency([id]);
    await call("campaigns.switch", { id: set.id, on: true });
    time = NOON - 3 * HOUR;
    expect((await status()).emergencies).toHaveLength(1);
    expect((await sendable(id)).ok).toBe(true);
    const again = await openCore({ clock: { now: () => time } }, opened.folder);
    expect((await again.call("campaigns.status", {})).emergencies).toMatchObject([
      { id: set.id, since: NOON },
    ]);
    await again.close();
  });

  test("is switched off when its set goes away, and the log of it stays", async () => {
    const set = await emergency();
    await call("campaigns.switch", { id: set.id, on: true });
    const { historyId } = await call("campaigns.remove", { id: set.id });
    expect((await status()).emergencies).toEqual([]);
    await call("history.undo", { id: historyId });
    expect((await status()).emergencies).toEqual([]);
    expect((await call("campaigns.log", {})).map(({ action }) => action)).toEqual(["off", "on"]);
  });

  test("has a switch; a campaign has a time", async () => {
    const set = await save();
    expect(await codeOf(call("campaigns.switch", { id: set.id, on: true }))).toBe(
      "campaign_no_switch",
    );
    const dated = await emergency();
    expect(dated).toMatchObject({ start: null, end: null, standing: { state: "undated" } });
    expect((await call("campaigns.list", {})).sets.map(({ name }) => name)).toEqual([
      "平台故障",
      "双11",
    ]);
  });
});

describe("the prepared sets", () => {
  const prepared = async (name: "emergency" | "campaign") =>
    (await call("campaigns.prepared", {})).find((each) => each.name === name)!;

  test("come in one step and go in one step", async () => {
    const before = await prepared("emergency");
    expect(before).toMatchObject({ sets: 5, present: 0 });
    const { historyId, count } = await call("campaigns.addPrepared", { name: "emergency" });
    expect(count).toBe(before.phrases);
    const { sets } = await call("campaigns.list", {});
    expect(sets.map(({ emergency }) => emergency)).toEqual([
      "platform",
      "equipment",
      "listing",
      "logistics",
      "reputation",
    ]);
    for (const { phrases } of sets) {
      expect(phrases.length).toBeGreaterThanOrEqual(6);
      expect(phrases.length).toBeLessThanOrEqual(10);
    }
    expect(await prepared("emergency")).toMatchObject({ present: 5, unedited: 5 });
    // None may be sent before its set is on.
    expect((await sendable(sets[0]!.phrases[0]!.phraseId)).ok).toBe(false);
    // In the order of the file, in the set and in the library.
    const { phrases } = await call("campaigns.get", { id: sets[0]!.id });
    const listed = await call("phrases.query", { categoryId: phrases[0]!.categoryId });
    expect(listed.rows.map(({ id }) => id)).toEqual(phrases.map(({ id }) => id));
    expect(phrases[0]!.categoryPath).toEqual(["紧急预案", "平台故障"]);

    await call("history.undo", { id: historyId });
    expect((await call("campaigns.list", {})).sets).toEqual([]);
    expect((await call("phrases.query", {})).total).toBe(0);
    expect(await call("categories.list", {})).toEqual([]);

    await call("campaigns.addPrepared", { name: "emergency" });
    const { historyId: gone } = await call("campaigns.removePrepared", { name: "emergency" });
    expect((await call("phrases.query", {})).total).toBe(0);
    expect(await call("categories.list", {})).toEqual([]);
    await call("history.undo", { id: gone });
    expect(await prepared("emergency")).toMatchObject({ present: 5 });
    expect((await call("phrases.query", {})).total).toBe(count);
  });

  test("stay where a person edited them, with their phrases", async () => {
    await call("campaigns.addPrepared", { name: "emergency" });
    const { sets } = await call("campaigns.list", {});
    const [first] = sets;
    await call("campaigns.save", { id: first!.id, draft: { ...first!, note: "我们的写法" } });
    expect(await prepared("emergency")).toMatchObject({ present: 5, unedited: 4 });
    await call("campaigns.removePrepared", { name: "emergency" });
    const left = await call("campaigns.list", {});
    expect(left.sets.map(({ note }) => note)).toEqual(["我们的写法"]);
    expect((await call("phrases.query", {})).total).toBe(first!.phrases.length);
    await call("campaigns.addPrepared", { name: "emergency" });
    expect((await call("campaigns.list", {})).sets).toHaveLength(5);
  });

  test("leave no phrase twice when only the set was taken away", async () => {
    await call("campaigns.addPrepared", { name: "campaign" });
    const [set] = (await call("campaigns.list", {})).sets;
    expect(set).toMatchObject({ start: null, standing: { state: "undated" } });
    expect(set!.phases.length).toBeGreaterThanOrEqual(4);
    const { total } = await call("phrases.query", {});
    expect(total).toBeGreaterThanOrEqual(25);
    await call("campaigns.remove", { id: set!.id });
    expect((await call("campaigns.addPrepared", { name: "campaign" })).count).toBe(0);
    expect((await call("phrases.query", {})).total).toBe(total);
    const [again] = (await call("campaigns.list", {})).sets;
    expect(again!.phases.map(({ phrases }) => phrases.length)).toEqual(
      set!.phases.map(({ phrases }) => phrases.length),
    );
  });

  test("are short and calm, with codes of their own and no word that must not be sent", async () => {
    for (const name of ["emergency", "campaign"] as const)
      await call("campaigns.addPrepared", { name });
    await call("starter.add", {});
    const all: Output<"phrases.query">["rows"] = [];
    for (let offset = 0; ;) {
      const { rows } = await call("phrases.query", { offset, limit: 500 });
      if (rows.length === 0) break;
      all.push(...rows);
      offset += rows.length;
    }
    const codes = all.map(({ shortcut }) => shortcut);
    expect(codes.filter((code, at) => codes.indexOf(code) !== at)).toEqual([]);
    const ours = all.filter(({ source }) => source.startsWith("starter-"));
    expect(ours.length).toBeGreaterThanOrEqual(70);
    for (const { title, body } of ours) {
      expect([title, body.length <= 60]).toEqual([title, true]);
      expect(body).not.toMatch(
        /最|第一|唯一|绝对|保证|一定|肯定|承诺|永久|全网|国家级|100%|赔|微信|支付宝|QQ|加我/,
      );
    }
  });
});

describe("on its way out", () => {
  const stops = async (id: string) => {
    const { ready, stops: found } = await call("paste.review", { id, accept: true });
    return { ready, codes: found.map(({ code }) => code), params: found[0]?.params };
  };

  test("a phrase is stopped the day after, however much one insists, until the set is changed", async () => {
    const id = await phrase("满减怎么算");
    const set = await save({ phrases: [member(id)] });
    expect(await stops(id)).toMatchObject({
      ready: false,
      codes: ["send_not_yet"],
      params: { title: "满减怎么算", campaign: "双11", at: "2026-11-10 20:00" },
    });
    time = opening;
    expect(await stops(id)).toEqual({ ready: true, codes: [], params: undefined });
    time = closing;
    expect(await stops(id)).toMatchObject({
      ready: false,
      codes: ["send_over"],
      params: { at: "2026-11-12 00:00" },
    });
    await save({ ...set, end: "2026-11-13T00:00" }, set.id);
    expect((await stops(id)).ready).toBe(true);
    await save({ ...set, start: null, end: null }, set.id);
    expect((await stops(id)).codes).toEqual(["send_undated"]);
    await call("campaigns.removePhrases", { id: set.id, phraseIds: [id] });
    expect((await stops(id)).ready).toBe(true);
  });

  test("so is one of an emergency that is off, and one of another shop than the one served", async () => {
    const [fault, own] = [await phrase("卡顿"), await phrase("会员价")];
    const emergency = { kind: "emergency", name: "平台故障", start: null, end: null } as const;
    await save({ ...emergency, phrases: [member(fault)] });
    await save({ shops: ["甲店"], phrases: [member(own)] });
    time = opening;
    expect((await stops(fault)).codes).toEqual(["send_emergency_off"]);
    await call("settings.set", { shop: "乙店" });
    expect((await stops(own)).codes).toEqual(["send_other_shop"]);
    await call("settings.set", { shop: "甲店" });
    expect((await stops(own)).ready).toBe(true);
  });
});

describe("the search", () => {
  const search = async (text: string, shop: string | null = null) =>
    (await call("search.query", { text, shop })).hits.map(({ phrase: { title } }) => title);

  test("offers a campaign's phrases first while it is on, and not at all before and after", async () => {
    const [sale, other] = [await phrase("满减怎么算"), await phrase("满意请好评")];
    await call("paste.copied", { id: other });
    await save({ phrases: [member(sale)] });
    await opened.indexed();
    expect([await search("满"), await search("")]).toEqual([["满意请好评"], ["满意请好评"]]);
    time = opening;
    expect(await search("满")).toEqual(["满减怎么算", "满意请好评"]);
    expect(await search("")).toEqual(["满减怎么算", "满意请好评"]);
    time = closing;
    expect([await search("满"), await search("")]).toEqual([["满意请好评"], ["满意请好评"]]);
    // The library shows everything, always.
    expect((await call("phrases.query", { text: "满" })).total).toBe(2);
  });

  test("gives the phrase whose code was typed before any set", async () => {
    const sale = await phrase("退换货活动期说明");
    await call("phrases.create", { title: "退换货流程", body: "三步走", shortcut: "thh" });
    await save({ phrases: [member(sale)] });
    await opened.indexed();
    time = opening;
    expect(await search("thh")).toEqual(["退换货流程", "退换货活动期说明"]);
    expect(await search(" THH ")).toEqual(["退换货流程", "退换货活动期说明"]);
    expect(await search("退换")).toEqual(["退换货活动期说明", "退换货流程"]);
  });

  test("puts an emergency before a campaign, and what was used lately after five of them", async () => {
    const ids: string[] = [];
    for (let n = 1; n <= 7; n += 1) ids.push(await phrase(`卡顿${n}`));
    const [sale, used] = [await phrase("满减"), await phrase("常用")];
    await call("paste.copied", { id: used });
    await save({ phrases: [member(sale)] });
    const emergency = { kind: "emergency", name: "平台故障", start: null, end: null } as const;
    const set = await save({ ...emergency, phrases: ids.map((id) => member(id)) });
    time = opening;
    await call("campaigns.switch", { id: set.id, on: true, shops: ["甲店"] });
    await opened.indexed();
    expect(await search("", "甲店")).toEqual([
      ...["卡顿1", "卡顿2", "卡顿3", "卡顿4", "卡顿5", "常用"],
      ...["卡顿6", "卡顿7", "满减"],
    ]);
    expect(await search("", "乙店")).toEqual(["满减", "常用"]);
    expect(await search("卡顿", "乙店")).toEqual([]);
  });
});

describe("the calendar", () => {
  test("shows a line for each shop, what overlaps and what is empty, in the zone asked for", async () => {
    const made = async (name: string, start: string, end: string, shops: string[] = []) =>
      (await save({ name, start: `2026-${start}`, end: `2026-${end}`, shops })).id;
    const autumn = await made("秋促", "10-28T00:00", "11-01T00:00");
    const w11 = await made("双11", "11-10T20:00", "11-12T00:00");
    const member11 = await made("会员日", "11-11T00:00", "11-13T00:00", ["灯饰旗舰店"]);
    const month = { from: "2026-11-01", to: "2026-12-01" };
    const { days, lines, from, to } = await call("campaigns.calendar", month);
    expect(days).toHaveLength(30);
    expect([from, to]).toEqual([Date.UTC(2026, 9, 31, 16), Date.UTC(2026, 10, 30, 16)]);
    expect(lines.map(({ shop }) => shop)).toEqual(["", "灯饰旗舰店"]);
    expect(lines[0]!.campaigns.map(({ id }) => id)).toEqual([w11]);
    expect(lines[0]!.overlaps).toEqual([]);
    expect(lines[0]!.gaps).toMatchObject([
      { start: "2026-11-01T00:00", end: "2026-11-10T20:00", after: autumn, before: w11 },
    ]);
    expect(lines[1]!.campaigns.map(({ name }) => name)).toEqual(["双11", "会员日"]);
    expect(lines[1]!.overlaps).toMatchObject([
      { start: "2026-11-11T00:00", end: "2026-11-12T00:00", ids: [w11, member11] },
    ]);

    const london = await call("campaigns.calendar", {
      ...month,
      zone: "Europe/London",
      shop: "灯饰旗舰店",
    });
    expect(london.lines).toHaveLength(1);
    expect(london.lines[0]!.overlaps).toMatchObject([
      { start: "2026-11-10T16:00", end: "2026-11-11T16:00" },
    ]);
    expect(await codeOf(call("campaigns.calendar", { ...month, zone: "Nowhere/At_All" }))).toBe(
      "campaign_zone_unknown",
    );
  });

  test("has days of 23 and 25 hours where clocks change", async () => {
    const { days, to } = await call("campaigns.calendar", {
      from: "2026-03-07",
      to: "2026-03-10",
      zone: "America/New_York",
    });
    const hours = days.map(({ at }, n) => ((days[n + 1]?.at ?? to) - at) / HOUR);
    expect(hours).toEqual([24, 23, 24]);
  });
});

test("what another program writes is seen, and a restored backup brings its sets", async () => {
  const { id } = await save();
  const backup = await call("backups.create", {});
  await call("campaigns.remove", { id });
  expect((await call("campaigns.list", {})).sets).toEqual([]);
  await call("backups.restore", { name: backup.name });
  expect((await call("campaigns.list", {})).sets.map((set) => set.id)).toEqual([id]);
});
