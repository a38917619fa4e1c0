import { DateTime } from "luxon";
import { describe, expect, test } from "vitest";
import { understandDue } from "./understand.ts";

const SHANGHAI = "Asia/Shanghai";

/** A clock on a wall of that zone: "2026-11-27T10:00". */
const at = (wall: string, zone: string): number => DateTime.fromISO(wall, { zone }).toMillis();

/** What was understood, as a clock there shows it; "day" behind one that is meant to its end; "-" for nothing. */
function said(text: string, now: string, zone = SHANGHAI): string {
  const { dueAt, dateOnly } = understandDue(text, at(now, zone), zone);
  if (dueAt === null) return "-";
  const due = DateTime.fromMillis(dueAt, { zone });
  return dateOnly ? `${due.toISODate()} day` : due.toFormat("yyyy-MM-dd'T'HH:mm");
}

/** Friday 27 November 2026, ten in the morning. */
const FRIDAY = "2026-11-27T10:00";

const judged: Record<string, [now: string, rows: [text: string, due: string][]]> = {
  "a Friday morning": [
    FRIDAY,
    [
      ["今晚8点", "2026-11-27T20:00"],
      ["一两天内", "2026-11-29 day"],
      ["两三天内", "2026-11-30 day"],
      ["两三个小时", "2026-11-27T13:00"],
      ["三四十分钟内", "2026-11-27T10:40"],
      ["二十五六天内", "2026-12-23 day"],
      ["早9点前", "2026-11-28T09:00"],
      ["晚八点", "2026-11-27T20:00"],
      ["晚8点半前", "2026-11-27T20:30"],
      ["最晚8点", "2026-11-27T20:00"],
      ["早一点发", "-"],
      ["晚两点没关系", "-"],
      ["半个月内", "2026-12-12 day"],
      ["一个半月内", "2027-01-11 day"],
      ["半年内", "2027-05-27 day"],
      ["一年内", "2027-11-27 day"],
      ["两年之内", "2028-11-27 day"],
      ["今晚八点半", "2026-11-27T20:30"],
      ["今晚", "2026-11-27 day"],
      ["今晚12点前", "2026-11-28T00:00"],
      ["今晚1点", "2026-11-28T01:00"],
      ["明天下午3点前", "2026-11-28T15:00"],
      ["明天下午三点一刻", "2026-11-28T15:15"],
      ["明天", "2026-11-28 day"],
      ["明天3点", "2026-11-28T15:00"],
      ["明天8点", "2026-11-28T08:00"],
      ["明早9点", "2026-11-28T09:00"],
      ["明早", "2026-11-28T10:00"],
      ["明晚", "2026-11-28 day"],
      ["明天中午", "2026-11-28T12:00"],
      ["明天上午", "2026-11-28T12:00"],
      ["明天下午", "2026-11-28T18:00"],
      ["明天下班前", "2026-11-28T18:00"],
      ["今天下班前", "2026-11-27T18:00"],
      ["后天", "2026-11-29 day"],
      ["大后天上午10点", "2026-11-30T10:00"],
      ["24小时内", "2026-11-28T10:00"],
      ["48h内", "2026-11-29T10:00"],
      ["48-72小时内", "2026-11-30T10:00"],
      ["半小时后", "2026-11-27T10:30"],
      ["半个小时内", "2026-11-27T10:30"],
      ["一个半小时内", "2026-11-27T11:30"],
      ["两个小时之内", "2026-11-27T12:00"],
      ["1.5小时内", "2026-11-27T11:30"],
      ["1小时30分钟后", "2026-11-27T11:30"],
      ["三十分钟内", "2026-11-27T10:30"],
      ["一刻钟后", "2026-11-27T10:15"],
      ["15分钟", "2026-11-27T10:15"],
      ["一个钟内", "2026-11-27T11:00"],
      ["半天内", "2026-11-27T22:00"],
      ["3天内", "2026-11-30 day"],
      ["三天之内", "2026-11-30 day"],
      ["3-5天内", "2026-12-02 day"],
      ["两天后", "2026-11-29 day"],
      ["两天后下午3点", "2026-11-29T15:00"],
      ["3个工作日内", "2026-12-02 day"],
      ["1-3个工作日", "2026-12-02 day"],
      ["一周内", "2026-12-04 day"],
      ["两个星期内", "2026-12-11 day"],
      ["一个月内", "2026-12-27 day"],
      ["7日内", "2026-12-04 day"],
      ["周五前", "2026-11-27 day"],
      ["周五下午", "2026-11-27T18:00"],
      ["周五早上9点", "2026-12-04T09:00"],
      ["周三", "2026-12-02 day"],
      ["星期天", "2026-11-29 day"],
      ["礼拜三晚上8点", "2026-12-02T20:00"],
      ["这周日前", "2026-11-29 day"],
      ["下周一上午", "2026-11-30T12:00"],
      ["下周一", "2026-11-30 day"],
      ["下周五", "2026-12-04 day"],
      ["下下周一", "2026-12-07 day"],
      ["本周内", "2026-11-29 day"],
      ["这个星期", "2026-11-29 day"],
      ["下周内", "2026-12-06 day"],
      ["周末", "2026-11-29 day"],
      ["下周末前", "2026-12-06 day"],
      ["月底前", "2026-11-30 day"],
      ["本月内", "2026-11-30 day"],
      ["下月底", "2026-12-31 day"],
      ["12月底", "2026-12-31 day"],
      ["年底前", "2026-12-31 day"],
      ["11月25号", "2027-11-25 day"],
      ["12月1日下午两点", "2026-12-01T14:00"],
      ["十二月一日", "2026-12-01 day"],
      ["12/5", "2026-12-05 day"],
      ["2026-12-01 18:00", "2026-12-01T18:00"],
      ["2026年12月1日", "2026-12-01 day"],
      ["明年1月5日", "2027-01-05 day"],
      ["30号前", "2026-11-30 day"],
      ["5号", "2026-12-05 day"],
      ["31号", "2026-12-31 day"],
      ["下个月5号", "2026-12-05 day"],
      ["双11前", "2027-11-10 day"],
      ["双十一前", "2027-11-10 day"],
      ["双11当天", "2027-11-11 day"],
      ["双12前", "2026-12-11 day"],
      ["双十二之前", "2026-12-11 day"],
      ["618前", "2027-06-17 day"],
      ["618大促前", "2027-06-17 day"],
      ["元旦前", "2026-12-31 day"],
      ["国庆节前", "2027-09-30 day"],
      ["3点前", "2026-11-27T15:00"],
      ["8点前", "2026-11-27T20:00"],
      ["十一点半", "2026-11-27T11:30"],
      ["12点前", "2026-11-27T12:00"],
      ["20:30", "2026-11-27T20:30"],
      ["08:30", "2026-11-28T08:30"],
      ["晚上10点", "2026-11-27T22:00"],
      ["凌晨2点", "2026-11-28T02:00"],
      ["下午", "2026-11-27T18:00"],
      ["早上9点", "2026-11-28T09:00"],
      // Traditional, full width, in sentences.
      ["今晚８點", "2026-11-27T20:00"],
      ["２４小時內", "2026-11-28T10:00"],
      ["後天下午", "2026-11-29T18:00"],
      ["週五前", "2026-11-27 day"],
      ["下禮拜一上午", "2026-11-30T12:00"],
      ["雙十一前", "2027-11-10 day"],
      ["三個工作天內", "2026-12-02 day"],
      ["半個鐘頭後", "2026-11-27T10:30"],
      ["亲，我们会在24小时内给您补发哦", "2026-11-28T10:00"],
      ["承诺48小时发货，请放心", "2026-11-29T10:00"],
      ["订单2841736459120384651今晚8点前退差价20元", "2026-11-27T20:00"],
    ],
  ],
  "English, a Friday morning": [
    FRIDAY,
    [
      ["tonight 8pm", "2026-11-27T20:00"],
      ["within twenty-four hours", "2026-11-28T10:00"],
      ["within thirty-six hours", "2026-11-28T22:00"],
      ["in 2-3 hours", "2026-11-27T13:00"],
      ["two to three days", "2026-11-30 day"],
      ["in 1 hour 30 minutes", "2026-11-27T11:30"],
      ["tomorrow at 3", "2026-11-28T15:00"],
      ["tonight at 8", "2026-11-27T20:00"],
      ["by 10 tomorrow", "2026-11-28T10:00"],
      ["by EOD tomorrow", "2026-11-28 day"],
      ["by end of day Monday", "2026-11-30 day"],
      ["by EOD", "2026-11-27 day"],
      ["Friday next week", "2026-12-04 day"],
      ["refund by 20 yuan", "-"],
      ["ship tomorrow by 2 couriers", "2026-11-28 day"],
      ["tonight", "2026-11-27 day"],
      ["tomorrow by 3pm", "2026-11-28T15:00"],
      ["by 3pm tomorrow", "2026-11-28T15:00"],
      ["tomorrow morning", "2026-11-28T12:00"],
      ["tomorrow", "2026-11-28 day"],
      ["the day after tomorrow", "2026-11-29 day"],
      ["within 24 hours", "2026-11-28T10:00"],
      ["in half an hour", "2026-11-27T10:30"],
      ["in two hours", "2026-11-27T12:00"],
      ["48h", "2026-11-29T10:00"],
      ["in 30 min", "2026-11-27T10:30"],
      ["in 3 days", "2026-11-30 day"],
      ["within 3-5 business days", "2026-12-04 day"],
      ["in a week", "2026-12-04 day"],
      ["by Friday", "2026-11-27 day"],
      ["by Monday", "2026-11-30 day"],
      ["next Monday morning", "2026-11-30T12:00"],
      ["next Friday", "2026-12-04 day"],
      ["Wednesday at 14:30", "2026-12-02T14:30"],
      ["this week", "2026-11-29 day"],
      ["by the end of next week", "2026-12-06 day"],
      ["end of the month", "2026-11-30 day"],
      ["before Double 11", "2027-11-10 day"],
      ["before Double 12", "2026-12-11 day"],
      ["before 618", "2027-06-17 day"],
      ["before Christmas", "2026-12-24 day"],
      ["Nov 25", "2027-11-25 day"],
      ["1 December at 6pm", "2026-12-01T18:00"],
      ["December 1st, 2026", "2026-12-01 day"],
      ["by noon", "2026-11-27T12:00"],
      ["by 5:30 pm", "2026-11-27T17:30"],
      ["9am", "2026-11-28T09:00"],
      ["EOD", "2026-11-27 day"],
      ["I will refund you by close of business", "2026-11-27T18:00"],
    ],
  ],
  "late in the evening": [
    "2026-11-27T23:10",
    [
      ["今晚", "2026-11-27 day"],
      ["今晚12点", "2026-11-28T00:00"],
      ["8点前", "2026-11-28T08:00"],
      ["24小时内", "2026-11-28T23:10"],
      ["半小时后", "2026-11-27T23:40"],
      ["一小时后", "2026-11-28T00:10"],
      ["明天", "2026-11-28 day"],
      ["明早", "2026-11-28T10:00"],
      ["下午3点", "2026-11-28T15:00"],
      ["周五前", "2026-11-27 day"],
      ["今晚8点", "2026-11-27T20:00"],
      ["tonight", "2026-11-27 day"],
    ],
  ],
  "after midnight": [
    "2026-11-28T00:30",
    [
      ["今晚8点", "2026-11-28T20:00"],
      ["明天", "2026-11-29 day"],
      ["早上9点", "2026-11-28T09:00"],
      ["凌晨2点", "2026-11-28T02:00"],
      ["8点", "2026-11-28T08:00"],
    ],
  ],
  "a Sunday": [
    "2026-11-29T15:00",
    [
      ["下周一", "2026-11-30 day"],
      ["周一前", "2026-11-30 day"],
      ["本周内", "2026-11-29 day"],
      ["本周五", "2026-12-04 day"],
      ["下周日", "2026-12-06 day"],
      ["周日", "2026-11-29 day"],
      ["周末", "2026-11-29 day"],
      ["3天内", "2026-12-02 day"],
      ["next Monday", "2026-11-30 day"],
    ],
  ],
  "the evening before Double 11": [
    "2026-11-10T22:00",
    [
      ["双11前", "2026-11-10 day"],
      ["双11", "2026-11-11 day"],
    ],
  ],
  "on Double 11": [
    "2026-11-11T10:00",
    [
      ["双11前", "2027-11-10 day"],
      ["双11当天", "2026-11-11 day"],
      ["双十二前", "2026-12-11 day"],
    ],
  ],
  "29 February": [
    "2028-02-29T10:00",
    [
      ["明天", "2028-03-01 day"],
      ["月底前", "2028-02-29 day"],
      ["2月29号", "2028-02-29 day"],
      ["一个月内", "2028-03-29 day"],
      ["2月28日", "2029-02-28 day"],
      ["24小时内", "2028-03-01T10:00"],
    ],
  ],
  "in a year that has no 29 February": [
    "2026-02-28T10:00",
    [
      ["2月29号", "2028-02-29 day"],
      ["明天", "2026-03-01 day"],
      ["30号", "2026-03-30 day"],
    ],
  ],
  "New Year's Eve": [
    "2026-12-31T20:00",
    [
      ["明天", "2027-01-01 day"],
      ["后天上午", "2027-01-02T12:00"],
      ["年底前", "2026-12-31 day"],
      ["月底", "2026-12-31 day"],
      ["元旦", "2027-01-01 day"],
      ["本周内", "2027-01-03 day"],
      ["下周一", "2027-01-04 day"],
      ["12月30日", "2027-12-30 day"],
      ["24小时内", "2027-01-01T20:00"],
    ],
  ],
};

for (const [name, [now, rows]] of Object.entries(judged))
  describe(name, () => {
    test.each(rows)("%s: %s", (text, due) => expect(said(text, now)).toBe(due));
  });

test("more than 120 expressions were judged", () => {
  expect(Object.values(judged).flatMap(([, rows]) => rows).length).toBeGreaterThan(120);
});

describe("where clocks change", () => {
  // New York: 8 March 2026 has 23 hours, 1 November 2026 has 25. Berlin: 29 March and 25 October.
  test.each([
    ["America/New_York", "2026-03-07T22:00", "24小时内", "2026-03-08T23:00"],
    ["America/New_York", "2026-03-07T22:00", "明天8点", "2026-03-08T08:00"],
    ["America/New_York", "2026-03-07T22:00", "明天", "2026-03-08 day"],
    // Half past two does not exist that night; it is the moment after.
    ["America/New_York", "2026-03-07T22:00", "凌晨2点半", "2026-03-08T03:30"],
    ["America/New_York", "2026-10-31T22:00", "24 hours", "2026-11-01T21:00"],
    ["America/New_York", "2026-10-31T22:00", "tomorrow 8pm", "2026-11-01T20:00"],
    ["America/New_York", "2026-10-31T22:00", "2天内", "2026-11-02 day"],
    ["Europe/Berlin", "2026-03-28T20:00", "明天", "2026-03-29 day"],
    ["Europe/Berlin", "2026-10-24T20:00", "in 12 hours", "2026-10-25T07:00"],
    ["Europe/Berlin", "2026-10-24T20:00", "今晚12点", "2026-10-25T00:00"],
  ])("%s, %s: %s is %s", (zone, now, text, due) => expect(said(text, now, zone)).toBe(due));

  test("a day is meant to its last millisecond, however long it is", () => {
    const zone = "America/New_York";
    const { dueAt } = understandDue("明天", at("2026-10-31T12:00", zone), zone);
    expect(dueAt).toBe(at("2026-11-02T00:00", zone) - 1);
  });
});

test("the same words are another moment in another zone", () => {
  const now = Date.parse("2026-11-27T15:30:00Z");
  const due = (zone: string): string =>
    new Date(understandDue("明天", now, zone).dueAt!).toISOString();
  expect(due("Asia/Shanghai")).toBe("2026-11-28T15:59:59.999Z");
  expect(due("Asia/Tokyo")).toBe("2026-11-29T14:59:59.999Z");
  expect(due("America/New_York")).toBe("2026-11-29T04:59:59.999Z");
});

test.each([
  "便宜一点",
  "有两点问题",
  "满300减50券后价299元",
  "5分好评",
  "昨天下的单",
  "三天前下的单",
  "2小时前",
  "3 days ago",
  "等了两小时",
  "第3天",
  "上周五",
  "订单 2841736459120384651",
  "618元",
  "第一时间回复",
  "尽快",
  "9.9元包邮",
  "2月30号",
  "",
])("%j says nothing of a time to come", (text) => {
  expect(understandDue(text, at(FRIDAY, SHANGHAI), SHANGHAI)).toMatchObject({
    dueAt: null,
    spans: [],
    rest: text.trim(),
  });
});

test.each([
  ["明天下午3点前给王女士补发", "明天下午3点前", "给王女士补发"],
  ["给王女士补发，最晚明天下午3点前", "最晚明天下午3点前", "给王女士补发"],
  ["refund the difference by 3pm tomorrow", "by 3pm tomorrow", "refund the difference"],
  ["call back before Double 11 please", "before Double 11", "call back please"],
  ["今晚８點 回電", "今晚８點", "回電"],
  ["后天", "后天", ""],
])("in %j the time is %j", (text, words, rest) => {
  const found = understandDue(text, at(FRIDAY, SHANGHAI), SHANGHAI);
  expect(found.spans.map(([from, to]) => text.slice(from, to))).toEqual([words]);
  expect(found.rest).toBe(rest);
});
