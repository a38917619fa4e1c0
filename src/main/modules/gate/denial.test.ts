import { expect, test } from "vitest";
import { isDenied } from "./denial.ts";
import { foldWord, viewOf } from "./view.ts";

function denied(text: string, word: string): boolean {
  const view = viewOf(text)!;
  const start = view.text.indexOf(foldWord(word));
  return isDenied(view, start, start + foldWord(word).length);
}

test.each([
  ["我们不支持线下交易，请在平台下单", "线下交易"],
  ["不能保证今天到", "今天到"],
  ["客服不会主动加您微信", "加您微信"],
  ["请勿私下转账", "私下转账"],
  ["凡是让您加微信的都是骗子", "加微信"],
  ["线下交易不受平台保护", "线下交易"],
  ["加微信返利的短信都是诈骗，别信", "加微信"],
  ["本品不具有疾病预防、治疗功能", "治疗"],
  ["沒有辦法保證退款", "保证退款"],
])("%s: %s is denied", (text, word) => expect(denied(text, word)).toBe(true));

test.each([
  ["能不能加微信", "加微信"],
  ["要不要加个微信", "加个微信"],
  ["特别保证退款", "保证退款"],
  ["不如加微信聊", "加微信"],
  ["不要着急，加微信发您", "加微信"],
  ["不方便的话加微信", "加微信"],
  ["加微信，不要告诉别人", "加微信"],
  ["保证退款，不满意也退", "保证退款"],
])("%s: %s is meant", (text, word) => expect(denied(text, word)).toBe(false));
