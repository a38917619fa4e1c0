import type { Locale } from "../../contract/settings.ts";
import { parseRules } from "./line.ts";
import { type Slot, withoutPrefix } from "./rule.ts";

const CHINESE: Readonly<Record<Slot, string>> = {
  item: "活动",
  member: "会员",
  shopDiscount: "店铺",
  shopThreshold: "满减:",
  shopCoupon: "券",
  platformThreshold: "跨店",
  platformCoupon: "平台券",
  redPacket: "红包",
  deposit: "定金",
  gift: "送",
  postage: "运费",
};
const TRADITIONAL: Readonly<Record<Slot, string>> = {
  ...CHINESE,
  item: "活動",
  member: "會員",
  shopDiscount: "店鋪",
  shopThreshold: "滿減:",
  redPacket: "紅包",
  deposit: "訂金",
  postage: "運費",
};
const ENGLISH: Readonly<Record<Slot, string>> = {
  item: "offer ",
  member: "member ",
  shopDiscount: "shop ",
  shopThreshold: "满减:",
  shopCoupon: "coupon ",
  platformThreshold: "cross-shop ",
  platformCoupon: "platform coupon ",
  redPacket: "red packet ",
  deposit: "deposit ",
  gift: "gift ",
  postage: "postage ",
};
const WORDS: Readonly<Record<Locale, Readonly<Record<Slot, string>>>> = {
  "zh-CN": CHINESE,
  "zh-TW": TRADITIONAL,
  en: ENGLISH,
};

/** What a text means in a slot, for comparing; null when it cannot be read. */
function meaning(text: string, slot: Slot | null): string | null {
  const parsed = parseRules(text, slot);
  if (!parsed.ok) return null;
  return JSON.stringify(parsed.value.map((each) => [each.slot, each.rule]));
}

/** A rule of a field as it is written in one line, where it has to say itself whose it is: "20" of a coupon is "券20". */
export function inLine(slot: Slot, text: string, locale: Locale): string {
  const meant = meaning(text, slot);
  if (meant === null || meaning(text, null) === meant) return text;
  return `${WORDS[locale][slot]}${text}`;
}

/** A rule of a line as it is written in a field that says whose it is: "券20" among coupons is "20". */
export function inField(slot: Slot, text: string): string {
  const short = withoutPrefix(text);
  return short !== "" && meaning(short, slot) === meaning(text, null) ? short : text;
}
