import { GAP, type View } from "./view.ts";

/** How far before and behind a word its denial is looked for, in letters. */
const REACH = 14;

const oneOf = (words: string): string => `(?:${words.trim().split(/\s+/u).join("|")})`;

const NOTS = oneOf(
  `不 没有 没办法 没有办法 没法 没 无法 难以 未经 未 请勿 切勿 勿 别信 勿信 别 莫 禁止 严禁 谨防 当心 小心 警惕 防止 防范 避免 拒绝 杜绝 抵制
   并非 绝非 从不 从未 非 无`,
);
/** Between the "not" and what is denied: 不会主动加您微信, 没法跟您保证, 不具有疾病预防、治疗功能. */
const FILLERS = oneOf(
  `能 会 可以 可 敢 得 要 再 去 用 给 向 跟 和 与 为 对 让 叫 请 您 你 亲 我们 我 咱们 咱 客服 卖家 商家 店铺 店家 买家 顾客 客户 用户
   任何 任意 一切 所有 各种 这种 这类 主动 随意 轻易 擅自 自行 私自 随便 直接 允许 支持 接受 提供 进行 参与 参加 使用
   通过 涉及 存在 具有 具备 有 做 搞 走 说 讲 称 承诺 答应 许诺 相信 要求 需要 建议 鼓励 诱导 引导 是 算 属于 代表 等于
   疾病 预防 一定 必须 必 完全 百分百地 的 个 什么 保证 百分百 百分之百 100% 打 拍`,
);
const BEFORE = new RegExp(`(${NOTS})${FILLERS}*$`, "u");

/** Words that hold a "not" and do not deny. */
const OTHER_WORDS =
  `不如 不妨 不然 不但 不仅 不光 不过 不止 要不 差不多 特别 分别 识别 区别 级别 性别 类别 个别 告别 辨别
   非常 除非 无论 无非 无比 不断 不少`.split(/\s+/u);

/** What follows a word that is only named in order to turn it down: 线下交易不受保护, 加微信的都是骗子. */
const BEHIND = new RegExp(
  `^${oneOf(
    `我们 我 您 你 聊 购买 下单 付款 交易 转账 退款 返现 返利 领取 返钱 补偿 短信 消息 电话 邮件 链接 等 的 行为 方式 要求 信息 请求 人 话 都 均 一律 全部 这边 店铺 平台 是 可能
     也 就 那 这种 这类`,
  )}*${oneOf(
    `不支持 不接受 不允许 不可以 不可信 不靠谱 不安全 不受 不属于 不在平台 没有保障 没保障 无保障 无法保障 做不到 没法 无法
     不敢 不行 违规 违反 违法 有风险 存在风险 风险 骗子 诈骗 骗局 骗人 骗 请勿 请不要 不要 别信 勿信 切勿 谨慎 要当心 被骗
     受骗 上当`,
  )}`,
  "u",
);

function clauseBefore(view: View, start: number): string {
  let from = start;
  while (from > 0 && start - from < REACH && view.gaps[from]! < GAP.stop) from -= 1;
  return view.text.slice(from, start);
}

function clauseBehind(view: View, end: number): string {
  let to = end;
  while (to < view.text.length && to - end < REACH && view.gaps[to]! < GAP.stop) to += 1;
  return view.text.slice(end, to);
}

/** 能不能, 可不可以, 有没有: a question, not a denial. */
const isQuestion = (text: string, at: number): boolean =>
  at > 0 && (text[at] === "不" || text[at] === "没") && text[at - 1] === text[at + 1];

/** True when the "not" at `at` belongs to a word that does not deny. */
const isOtherWord = (text: string, at: number): boolean =>
  OTHER_WORDS.some((word) => {
    const begin = text.lastIndexOf(word, at);
    return begin >= 0 && begin + word.length > at;
  });

/**
 * True when the run from `start` to `end` (in the view) is denied or warned of in its own clause, so that it is not
 * said: 我们不支持线下交易, 不能保证今天到, 谨防私下转账.
 */
export function isDenied(view: View, start: number, end: number): boolean {
  if (BEHIND.test(clauseBehind(view, end))) return true;
  const text = clauseBefore(view, start);
  const found = BEFORE.exec(text);
  return found !== null && !isQuestion(text, found.index) && !isOtherWord(text, found.index);
}
