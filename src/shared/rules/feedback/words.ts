import type { FeedbackKind, FeedbackState } from "../../contract/feedback.ts";
import type { Locale } from "../../contract/settings.ts";

type Words = Readonly<{
  kinds: Readonly<Record<FeedbackKind, string>>;
  states: Readonly<Record<FeedbackState, string>>;
  /** The usual departments; a kind goes to the one it names. */
  departments: Readonly<
    Record<"operations" | "design" | "goods" | "warehouse" | "service", string>
  >;
  unknown: string;
  /** Columns of a table, in their order. */
  columns: Readonly<
    Record<
      | "notedAt"
      | "kind"
      | "text"
      | "department"
      | "valuable"
      | "state"
      | "sentAt"
      | "sentTo"
      | "answeredAt"
      | "answer"
      | "shop"
      | "customer"
      | "order"
      | "by",
      string
    >
  >;
  yes: string;
  no: string;
  digest: Readonly<
    Record<
      | "title"
      | "week"
      | "by"
      | "figures"
      | "total"
      | "before"
      | "valuable"
      | "sent"
      | "answered"
      | "open"
      | "kinds"
      | "kind"
      | "count"
      | "share"
      | "departments"
      | "topics"
      | "topic"
      | "list"
      | "none"
      | "rising"
      | "answerLine",
      string
    >
  >;
  file: string;
}>;

/** Words of what leaves the program: tables, digests. What is on screens has words of its own. */
export const FEEDBACK_WORDS: Readonly<Record<Locale, Words>> = {
  "zh-CN": {
    kinds: {
      ...{ pageError: "页面有误", suggestion: "建议", notBuying: "没买的原因", product: "商品" },
      ...{ price: "价格优惠", logistics: "物流", service: "服务", other: "其他" },
    },
    states: { noted: "待转交", sent: "已转交", answered: "已答复" },
    departments: {
      ...{
        operations: "运营",
        design: "美工",
        goods: "商品",
        warehouse: "仓储物流",
        service: "客服",
      },
    },
    unknown: "未定",
    columns: {
      ...{ notedAt: "时间", kind: "类别", text: "买家说", department: "部门", valuable: "有价值" },
      ...{
        state: "状态",
        sentAt: "转交时间",
        sentTo: "转交给",
        answeredAt: "答复时间",
        answer: "答复",
      },
      ...{ shop: "店铺", customer: "买家", order: "订单号", by: "记录人" },
    },
    yes: "是",
    no: "否",
    digest: {
      title: "买家意见周报",
      week: "{{from}} 至 {{to}}",
      by: "{{name}} 记录",
      figures: "本周情况",
      total: "收集",
      before: "{{count}} 条（上周 {{before}} 条）",
      valuable: "有价值",
      sent: "已转交",
      answered: "已答复",
      open: "还没转交",
      kinds: "按类别",
      kind: "类别",
      count: "条数",
      share: "占比",
      departments: "按部门",
      topics: "买家常提到的",
      topic: "说法",
      list: "值得处理的意见",
      none: "本周没有收集到意见。",
      rising: "上周",
      answerLine: "答复：{{answer}}",
    },
    file: "买家意见",
  },
  "zh-TW": {
    kinds: {
      ...{ pageError: "頁面有誤", suggestion: "建議", notBuying: "沒買的原因", product: "商品" },
      ...{ price: "價格優惠", logistics: "物流", service: "服務", other: "其他" },
    },
    states: { noted: "待轉交", sent: "已轉交", answered: "已回覆" },
    departments: {
      ...{
        operations: "營運",
        design: "美編",
        goods: "商品",
        warehouse: "倉儲物流",
        service: "客服",
      },
    },
    unknown: "未定",
    columns: {
      ...{ notedAt: "時間", kind: "類別", text: "買家說", department: "部門", valuable: "有價值" },
      ...{
        state: "狀態",
        sentAt: "轉交時間",
        sentTo: "轉交給",
        answeredAt: "回覆時間",
        answer: "回覆",
      },
      ...{ shop: "店鋪", customer: "買家", order: "訂單編號", by: "記錄人" },
    },
    yes: "是",
    no: "否",
    digest: {
      title: "買家意見週報",
      week: "{{from}} 至 {{to}}",
      by: "{{name}} 記錄",
      figures: "本週情況",
      total: "收集",
      before: "{{count}} 則（上週 {{before}} 則）",
      valuable: "有價值",
      sent: "已轉交",
      answered: "已回覆",
      open: "還沒轉交",
      kinds: "依類別",
      kind: "類別",
      count: "則數",
      share: "占比",
      departments: "依部門",
      topics: "買家常提到的",
      topic: "說法",
      list: "值得處理的意見",
      none: "本週沒有收集到意見。",
      rising: "上週",
      answerLine: "回覆：{{answer}}",
    },
    file: "買家意見",
  },
  en: {
    kinds: {
      ...{ pageError: "Page error", suggestion: "Suggestion", notBuying: "Reason for not buying" },
      ...{
        product: "Product",
        price: "Price",
        logistics: "Delivery",
        service: "Service",
        other: "Other",
      },
    },
    states: { noted: "To send", sent: "Sent", answered: "Answered" },
    departments: {
      ...{ operations: "Operations", design: "Design", goods: "Products", warehouse: "Warehouse" },
      service: "Customer service",
    },
    unknown: "Not known",
    columns: {
      ...{ notedAt: "Time", kind: "Kind", text: "What the buyer said", department: "Department" },
      ...{ valuable: "Valuable", state: "State", sentAt: "Sent at", sentTo: "Sent to" },
      ...{ answeredAt: "Answered at", answer: "Answer", shop: "Shop", customer: "Buyer" },
      ...{ order: "Order number", by: "Noted by" },
    },
    yes: "yes",
    no: "no",
    digest: {
      title: "What buyers said this week",
      week: "{{from}} to {{to}}",
      by: "noted by {{name}}",
      figures: "The week in figures",
      total: "Collected",
      before: "{{count}} (week before: {{before}})",
      valuable: "Valuable",
      sent: "Sent on",
      answered: "Answered",
      open: "Not sent yet",
      kinds: "By kind",
      kind: "Kind",
      count: "Count",
      share: "Share",
      departments: "By department",
      topics: "What buyers mention most",
      topic: "Words",
      list: "Worth acting on",
      none: "Nothing was collected this week.",
      rising: "Week before",
      answerLine: "Answer: {{answer}}",
    },
    file: "Buyer feedback",
  },
};

type Department = keyof Words["departments"];

/** Who can usually solve what. */
const SOLVES: Readonly<Record<FeedbackKind, Department>> = {
  pageError: "design",
  suggestion: "operations",
  notBuying: "operations",
  product: "goods",
  price: "operations",
  logistics: "warehouse",
  service: "service",
  other: "service",
};

/** The usual departments in a language. */
export const usualDepartments = (locale: Locale): string[] =>
  Object.values(FEEDBACK_WORDS[locale].departments);

/** Who usually solves a kind of feedback. */
export const usualDepartment = (kind: FeedbackKind, locale: Locale): string =>
  FEEDBACK_WORDS[locale].departments[SOLVES[kind]];
