import type { Platform } from "../../../shared/contract/customers.ts";

/** A number in a text that looks like an order. */
export interface Order {
  readonly number: string;
  readonly platform: Platform | null;
  /** True when the text calls it an order number. */
  readonly named: boolean;
  readonly at: number;
}

const ORDER_LABEL =
  /(订单编号|订单号码|订单号|订单|訂單編號|訂單號碼|訂單號|訂單|交易号|交易编号|交易單號|order\s*(?:id|number|no\.?|#)?)\s*[:：#＃]?\s*$/i;
/** What stands before numbers that are none of ours. */
const OTHER_LABEL =
  /(手机号码|手机号|手机|电话号码|电话|联系方式|聯絡電話|電話|手機|座机|tel\.?|phone|mobile|快递单号|运单号|运单|物流单号|物流编号|快递|面单号|單號查詢|寄件編號|託運單號|tracking\s*(?:no\.?|number)?|waybill|身份证号码|身份证号|身份证|身分證字號|身分證|银行卡号|卡号|银行卡|帳號|账号|賬號|统一社会信用代码|统一编号|統一編號|税号|邮编|郵遞區號|qq号?|商品id|商品编号|商品货号|货号|sku|宝贝id)\s*[:：#＃]?\s*$/i;

/** Words that name a platform in the text around. */
const PLATFORM_WORDS: readonly (readonly [RegExp, Platform])[] = [
  [/淘宝|天猫|旺旺|千牛|支付宝/, "taobao"],
  [/京东|京麦|\bjd\b/i, "jd"],
  [/拼多多|\bpdd\b/i, "pdd"],
  [/抖音|抖店|飞鸽/, "douyin"],
  [/快手/, "kuaishou"],
  [/小红书/, "xiaohongshu"],
  [/视频号|微信小店/, "wechat"],
  [/虾皮|蝦皮|shopee/i, "shopee"],
];

/** A day as six digits, yymmdd, that a calendar has. */
function isDay(digits: string): boolean {
  const month = Number(digits.slice(2, 4));
  const day = Number(digits.slice(4, 6));
  const date = new Date(Date.UTC(2000 + Number(digits.slice(0, 2)), month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}

const ID_WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];

/** A resident identity number: place, day of birth and check digit (GB 11643) all fit. */
function isIdentity(digits: string): boolean {
  if (!/^[1-8]\d{5}(19|20)\d{9}[\dX]$/i.test(digits)) return false;
  if (!isDay(digits.slice(8, 14))) return false;
  const sum = ID_WEIGHTS.reduce((total, weight, at) => total + weight * Number(digits[at]), 0);
  return "10X98765432"[sum % 11] === digits[17]?.toUpperCase();
}

/** A mainland mobile number, with or without the country's code. */
const isMobile = (digits: string): boolean => /^(?:0{0,2}86)?1[3-9]\d{9}$/.test(digits);

/** Which platforms have numbers of this look; the most used first. Empty: no order. */
function platformsOf(digits: string): Platform[] {
  if (/^\d{6}-\d{15}$/.test(digits)) return isDay(digits) ? ["pdd"] : [];
  if (/^P\d{18}$/.test(digits)) return ["xiaohongshu"];
  // Day of the order, then letters and digits.
  if (/^\d{6}[0-9A-Z]{8}$/.test(digits) && /[A-Z]/.test(digits))
    return isDay(digits) ? ["shopee"] : [];
  if (!/^[1-9]\d+$/.test(digits)) return [];
  switch (digits.length) {
    case 12:
      return ["jd"];
    case 16:
      return ["taobao", "kuaishou"];
    case 17:
    case 18:
      return ["taobao"];
    case 19:
      return ["taobao", "douyin", "wechat"];
    default:
      return [];
  }
}

const CANDIDATE =
  /(?<![0-9A-Za-z_])(?:\d{6}-\d{15}|P\d{18}|\d{6}[0-9A-Z]{8}|\d{10,20}[Xx]?)(?![0-9A-Za-z_])/g;

/** What a number is followed by when it is a phone with an extension. */
const EXTENSION = /^\s*(?:-|转|轉|ext\.?|#)\s*\d{1,6}(?!\d)/i;

/** Order numbers in a text, those that are called so first. Phones, parcels, identity and card numbers are left out. */
export function ordersIn(text: string): Order[] {
  const hinted = PLATFORM_WORDS.filter(([words]) => words.test(text)).map(([, name]) => name);
  const found = new Map<string, Order>();
  for (const match of text.matchAll(CANDIDATE)) {
    const [number] = match;
    const before = text.slice(Math.max(0, match.index - 24), match.index);
    const named = ORDER_LABEL.test(before);
    const after = text.slice(match.index + number.length);
    if (!named && OTHER_LABEL.test(before)) continue;
    if (isMobile(number) || EXTENSION.test(after)) continue;
    if (!named && /(?:\+|00)\d{0,3}$/.test(before)) continue;
    if (!named && isIdentity(number)) continue;
    const platforms = platformsOf(number);
    if (platforms.length === 0 && !(named && /^\d{10,20}$/.test(number))) continue;
    const likely = platforms.filter((name) => hinted.includes(name));
    const [only] = likely.length === 1 ? likely : platforms.length === 1 ? platforms : [];
    if (!found.has(number))
      found.set(number, { number, platform: only ?? null, named, at: match.index });
  }
  return [...found.values()].toSorted((a, b) => Number(b.named) - Number(a.named) || a.at - b.at);
}
