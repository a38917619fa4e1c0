import { afterEach, beforeEach, describe, expect, test } from "vitest";
import {
  complaintKind,
  complaintWordingKind,
  customerKind,
} from "../../../shared/contract/complaintFacts.ts";
import { locale } from "../../../shared/contract/settings.ts";
import { complaintGuide } from "../../../shared/rules/complaints/guide.ts";
import { complaintWordings } from "../../../shared/rules/complaints/wordings.ts";
import { caseIn, DAY, type Desk, HOUR, MORNING, openDesk } from "./complaints.fixture.ts";
import { timeInWords } from "./wordings.ts";

const FACTS = [
  ...["customer", "order", "product", "agent", "answer", "plan", "due", "reason"],
  ...["compensation", "superior", "decision_due", "number"],
];

describe.each(locale.options)("the texts in %s", (language) => {
  const { texts } = complaintWordings(language);
  const reference = complaintWordings("zh-CN").texts;

  test.each(complaintWordingKind.options)(
    "%s: three that fit every case at least, the same ones in every language",
    (kind) => {
      expect(texts[kind].filter((each) => each.for === undefined).length).toBeGreaterThanOrEqual(3);
      expect(texts[kind].map((each) => each.for)).toEqual(reference[kind].map((each) => each.for));
      const named = texts[kind].flatMap(({ text }) =>
        [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name),
      );
      expect(named.filter((name) => !FACTS.includes(name!))).toEqual([]);
      expect(new Set(texts[kind].map(({ text }) => text)).size).toBe(texts[kind].length);
    },
  );

  test("every kind of complaint has its way, every kind of customer its hints", () => {
    const guide = complaintGuide(language);
    for (const kind of complaintKind.options) expect(guide.flows[kind].length).toBeGreaterThan(4);
    for (const kind of customerKind.options)
      expect(guide.customers[kind].help.length).toBeGreaterThan(1);
    expect(guide.flows.logistics.join()).toMatch(/20/);
  });
});

let app: Desk;
beforeEach(async () => {
  app = await openDesk();
  await app.call("settings.set", { agentName: "小满" });
});
afterEach(() => app.close());

test("texts are filled with what is known; what has gaps says which and stands last", async () => {
  const { call } = app;
  const { id } = (await caseIn(app, "accept")).case;
  const { wordings, now } = await call("complaints.wordings", { id });
  expect(wordings.map(({ kind }) => kind)).toEqual(complaintWordingKind.options);
  expect(now).toEqual(["acknowledge", "apologise"]);
  const texts = (kind: string) => wordings.find((each) => each.kind === kind)!.texts;
  expect(texts("acknowledge")[0]).toMatchObject({
    text: "王女士，等包裹等得心急，我明白，我现在就去查走到哪里了。",
    ...{ unfilled: [], special: true },
  });
  expect(texts("acknowledge").map(({ text }) => text)).toContain(
    "王女士，您说的我都看到了，这件事由我来跟，今天 14:00 前给您答复。",
  );
  // No plan yet.
  expect(texts("remedy")[0]!.unfilled).not.toEqual([]);
  expect(texts("remedy")[0]!.text).toContain("……");
  expect(texts("escalate")[0]).toMatchObject({
    text: "王女士，这件事超出我能定的范围，我已报给资深客服，明天 10:00 前给您答复。",
    unfilled: [],
  });

  await call("complaints.amend", {
    id,
    changes: { customerKind: "tiger", answerBy: MORNING + 3 * DAY },
  });
  await call("complaints.propose", {
    id,
    plan: { measure: "今天加急派送。", reason: "快递点滞留", dueAt: MORNING + 8 * HOUR },
    compensation: { kind: "coupon", fen: 2_000 },
  });
  const after = await call("complaints.wordings", { id });
  const all = after.wordings.flatMap((each) => each.texts);
  expect(all.filter(({ unfilled }) => unfilled.length > 0)).toEqual([]);
  const said = all.map(({ text }) => text);
  expect(said).toContain("收到，我是小满，这事归我办，11月30日 10:00 前给您结果。");
  expect(said).toContain("错在我们。今天加急派送，今天 18:00 前办好。");
  expect(said).toContain(
    "王女士，我争取到的是：一张 20 元优惠券。您愿意的话马上办；想换别的办法也请告诉我。",
  );
  expect(said.join("")).not.toMatch(/[{}]/);

  const english = await call("complaints.wordings", { id, locale: "en" });
  expect(english.wordings[0]!.texts.map(({ text }) => text)).toContain(
    "Got it. 小满 here, it is mine now. Result by 10:00 on Nov 30.",
  );
});

test("none of the texts has a word that should not be sent", async () => {
  const found: string[] = [];
  for (const language of locale.options) {
    const { texts } = complaintWordings(language);
    for (const { text } of Object.values(texts).flat()) {
      const { findings } = await app.call("gate.check", { text });
      for (const finding of findings) found.push(`${finding.word}: ${text}`);
    }
  }
  expect(found).toEqual([]);
});

test("today is today by the person's zone", () => {
  const [now, language] = [Date.parse("2026-11-27T23:30:00+08:00"), "zh-CN"] as const;
  const at = now + HOUR;
  expect(timeInWords(at, { now, zone: "Asia/Shanghai", locale: language })).toBe("明天 00:30 前");
  expect(timeInWords(at, { now, zone: "Europe/London", locale: language })).toBe("今天 16:30 前");
  // The day the clocks go back is longer, and still one day.
  const before = Date.parse("2026-10-31T23:30:00-04:00");
  const zone = "America/New_York";
  expect(timeInWords(before + 25 * HOUR, { now: before, zone, locale: "en" })).toBe(
    "tomorrow by 23:30",
  );
});

test("what is above the person's authority is offered to nobody before it is decided", async () => {
  const { call } = app;
  const { id } = (await caseIn(app, "resolve")).case;
  const proposed = await call("complaints.propose", {
    id,
    plan: { measure: "全额退款", reason: "丢件", dueAt: MORNING + 8 * HOUR },
    compensation: { kind: "full_refund", fen: 80_000 },
  });
  expect(proposed.case.needsApproval).toBe(true);
  // The lowest level that may give so much decides.
  const { limits } = await call("complaints.authority", {});
  const { level } = proposed.authority.escalate;
  if (level !== "owner")
    expect(limits[level][proposed.case.kind] ?? 80_000).toBeGreaterThanOrEqual(80_000);
  const offers = async () =>
    (await call("complaints.wordings", { id })).wordings
      .flatMap(({ texts }) => texts)
      .filter(({ text }) => text.includes("800"));
  expect(await offers()).toEqual([]);
  await call("complaints.escalate", { id, reason: "超出权限", to: "李姐" });
  expect(await offers()).toEqual([]);
  await call("complaints.decide", { id, approved: true, decidedBy: "李姐" });
  expect(await offers()).not.toEqual([]);
});
