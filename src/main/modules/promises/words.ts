import { DateTime } from "luxon";
import type { SheetLine } from "../../../shared/contract/promises.ts";
import type { Locale } from "../../../shared/contract/settings.ts";

/** What the program itself writes about promises: on sheets, in files and in texts for a colleague. */
export interface PromiseWords {
  readonly sheetTitle: (day: string) => string;
  readonly agent: string;
  readonly closedAt: string;
  readonly notClosed: string;
  readonly later: string;
  readonly none: string;
  readonly what: Readonly<Record<SheetLine["what"], string>>;
  readonly columns: Readonly<
    Record<"what" | "at" | "text" | "customer" | "order" | "shop" | "due" | "reason" | "to", string>
  >;
  readonly handoverTitle: (from: string, to: string) => string;
  readonly handoverNote: string;
  readonly handoverCode: string;
  readonly sheetFile: string;
  readonly handoverFile: string;
  /** Luxon formats: a moment, a whole day, and what is added to a day that is meant to its end. */
  readonly moment: string;
  readonly date: string;
  readonly byEndOf: (date: string) => string;
}

export const PROMISE_WORDS: Readonly<Record<Locale, PromiseWords>> = {
  "zh-CN": {
    sheetTitle: (day) => `日清表 ${day}`,
    agent: "客服",
    closedAt: "核对时间",
    notClosed: "还没核对下班",
    later: "以后到期",
    none: "无",
    what: { done: "已办", carried: "改期", handed: "交接", withdrawn: "撤下", open: "未办" },
    columns: {
      what: "结果",
      at: "时间",
      text: "答应的事",
      customer: "客户",
      order: "订单",
      shop: "店铺",
      due: "期限",
      reason: "原因",
      to: "交给",
    },
    handoverTitle: (from, to) => `【日清交接】${from === "" ? "" : `${from} → `}${to}`,
    handoverNote: "说明",
    handoverCode: "把整段复制到快答台 › 日清 › 接收交接（下面是交接码，不用读）：",
    sheetFile: "日清表",
    handoverFile: "日清交接",
    moment: "M月d日 HH:mm",
    date: "M月d日",
    byEndOf: (date) => `${date}内`,
  },
  "zh-TW": {
    sheetTitle: (day) => `日清表 ${day}`,
    agent: "客服",
    closedAt: "核對時間",
    notClosed: "還沒核對下班",
    later: "以後到期",
    none: "無",
    what: { done: "已辦", carried: "改期", handed: "交接", withdrawn: "撤下", open: "未辦" },
    columns: {
      what: "結果",
      at: "時間",
      text: "答應的事",
      customer: "客戶",
      order: "訂單",
      shop: "店鋪",
      due: "期限",
      reason: "原因",
      to: "交給",
    },
    handoverTitle: (from, to) => `【日清交接】${from === "" ? "" : `${from} → `}${to}`,
    handoverNote: "說明",
    handoverCode: "把整段複製到快答台 › 日清 › 接收交接（下面是交接碼，不用讀）：",
    sheetFile: "日清表",
    handoverFile: "日清交接",
    moment: "M月d日 HH:mm",
    date: "M月d日",
    byEndOf: (date) => `${date}內`,
  },
  en: {
    sheetTitle: (day) => `Daily clear ${day}`,
    agent: "Agent",
    closedAt: "Checked at",
    notClosed: "Not checked off yet",
    later: "Due later",
    none: "None",
    what: {
      done: "Done",
      carried: "Carried over",
      handed: "Handed over",
      withdrawn: "Withdrawn",
      open: "Open",
    },
    columns: {
      what: "Outcome",
      at: "Time",
      text: "Promise",
      customer: "Customer",
      order: "Order",
      shop: "Shop",
      due: "Due",
      reason: "Reason",
      to: "To",
    },
    handoverTitle: (from, to) => `[Hand-over] ${from === "" ? "" : `${from} → `}${to}`,
    handoverNote: "Note",
    handoverCode:
      "Copy all of this into ReplyDeck › Daily clear › Take in a hand-over (the letters below are for the program):",
    sheetFile: "daily-clear",
    handoverFile: "hand-over",
    moment: "d MMM HH:mm",
    date: "d MMM",
    byEndOf: (date) => `by end of ${date}`,
  },
};

/** A moment on the clock of a zone. */
export const saidAt = (at: number, zone: string, locale: Locale): string =>
  DateTime.fromMillis(at, { zone, locale }).toFormat(PROMISE_WORDS[locale].moment);

/** When something is due, in words of a sheet; a day that is meant to its end is said as a day. */
export function saidDue(
  { dueAt, dateOnly }: { readonly dueAt: number; readonly dateOnly: boolean },
  zone: string,
  locale: Locale,
): string {
  // A day that was meant to its end in another zone ends at an hour here.
  const due = DateTime.fromMillis(dueAt, { zone });
  const endsDay = !due.plus({ minutes: 1 }).hasSame(due, "day");
  if (!dateOnly || !endsDay) return saidAt(dueAt, zone, locale);
  const { date, byEndOf } = PROMISE_WORDS[locale];
  return byEndOf(DateTime.fromMillis(dueAt, { zone, locale }).toFormat(date));
}
