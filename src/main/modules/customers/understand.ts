import { CUSTOMER_LIMITS, type Understood } from "../../../shared/contract/customers.ts";
import { ordersIn } from "./orders.ts";

/** Marks that chat programs leave in copied text and nobody sees. */
const INVISIBLE = /[\u200B-\u200F\u202A-\u202E\u2060-\u2064\uFEFF\u00AD]/g;

/** How sure a label makes us that what follows is what an agent calls the customer. */
const NAME_LABELS: readonly (readonly [RegExp, number])[] = [
  [/收货人姓名|收货人|收件人姓名|收件人|收貨人|收件者|recipient|ship\s*to/i, 3],
  [/客户姓名|顾客姓名|买家姓名|真实姓名|客戶姓名|姓名|联系人|聯絡人|full\s*name/i, 3],
  [
    /买家昵称|买家旺旺|买家账号|买家会员名|买家|買家帳號|買家|客户名|客户|客戶|顾客|buyer|customer/i,
    2,
  ],
  [
    /旺旺昵称|旺旺号|旺旺|会员名|用户名|用户昵称|昵称|暱稱|nickname|user(?:\s*name|\s*id)?|name/i,
    1,
  ],
];
const NOTE_LABEL =
  /买家留言|买家备注|卖家备注|订单备注|备注|留言|買家備註|訂單備註|備註|給賣家的話|remark|note/i;
const SHOP_LABEL = /店铺名称|店铺名|店铺|店鋪名稱|店鋪|賣場|shop(?:\s*name)?|store/i;

/** A label at the start of a line or after a gap, then a colon, then its value up to a gap or the next label. */
function valuesOf(text: string, label: RegExp): string[] {
  const pattern = new RegExp(
    `(?:^|[\\s,，;；|｜、【\\[])(?:${label.source})\\s*[】\\]]?\\s*[:：]\\s*([^\\n]*)`,
    "gim",
  );
  return [...text.matchAll(pattern)].map((match) => match[1] ?? "");
}

/** The first word of a value; what else stands on the line belongs to something else. */
const firstWord = (value: string): string => value.trim().split(/[\s,，;；|｜、]/, 1)[0] ?? "";

const PHONE = /(?:\+?\s*(?:00)?86[\s-]*)?1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}/;

/** A name can be said to the customer: no digits only, nothing blotted out, no sentence. */
function isName(word: string): boolean {
  if (word === "" || [...word].length > 30) return false;
  if (/[*＊※]/.test(word) || PHONE.test(word)) return false;
  return !/^[\d\s\-+()（）]+$/.test(word);
}

const HAN_NAME = /^[\p{Script=Han}·]{2,5}(?:女士|先生|小姐)?$/u;
/** Beginnings of addresses and of chat, never of names. */
const NO_NAME =
  /省|市|区|县|镇|路|街|号|你好|您好|亲|收货|地址|电话|手机|订单|谢谢|在吗|區|縣|鎮|號|地址/;

/** A name that stands right before a phone number, as in copied addresses: 王小美，13800000000，… */
function nameBeforePhone(text: string): string[] {
  const pattern = new RegExp(
    `(?:^|[\\n,，;；\\s])([^\\n,，;；\\s:：]{2,12})[\\s,，;；]+(?:${PHONE.source})`,
    "g",
  );
  return [...text.matchAll(pattern)]
    .map((match) => match[1] ?? "")
    .filter((word) => HAN_NAME.test(word) && !NO_NAME.test(word));
}

const cut = (value: string, limit: number): string => [...value.trim()].slice(0, limit).join("");

/**
 * What a copied text says of a customer: an order page, a delivery address, a line of chat.
 * Nothing is taken that the text does not say; phones, parcel and identity numbers are never orders.
 * @param shops names of the person's shops, found anywhere in the text
 */
export function understandText(source: string, shops: readonly string[]): Understood {
  const text = source.normalize("NFKC").replaceAll(INVISIBLE, "");
  const orders = ordersIn(text);
  const rated: { name: string; weight: number }[] = [];
  for (const [label, weight] of NAME_LABELS)
    for (const value of valuesOf(text, label)) {
      // English names have a blank in them.
      const english = /^[A-Za-z][A-Za-z.'-]*(?: [A-Za-z][A-Za-z.'-]*){0,3}(?=$|[,;|]| {2})/.exec(
        value.trim(),
      );
      const name = english?.[0] ?? firstWord(value);
      if (isName(name)) rated.push({ name, weight });
    }
  for (const name of nameBeforePhone(text)) rated.push({ name, weight: 2.5 });
  const names = [
    ...new Set(rated.toSorted((a, b) => b.weight - a.weight).map((each) => each.name)),
  ].map((name) => cut(name, CUSTOMER_LIMITS.name));
  const named = valuesOf(text, SHOP_LABEL)
    .map(firstWord)
    .find((word) => word !== "");
  const known = shops
    .filter((shop) => shop !== "" && text.includes(shop))
    .toSorted((a, b) => b.length - a.length)[0];
  const note = valuesOf(text, NOTE_LABEL).find(
    (value) => !/^(无|没有|無|none|-)?$/i.test(value.trim()),
  );
  const [order] = orders;
  return {
    name: names[0] ?? "",
    order: order?.number ?? "",
    shop: known ?? (named !== undefined && shops.includes(named) ? named : ""),
    note: cut(note ?? "", CUSTOMER_LIMITS.note),
    platform: order?.platform ?? null,
    names,
    orders: orders.map((each) => each.number),
  };
}
