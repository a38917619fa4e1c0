import {
  type Feedback,
  type FeedbackKind,
  feedbackKind,
  type FeedbackState,
} from "../../../shared/contract/feedback.ts";
import type { JournalEvent } from "../../../shared/contract/journal.ts";

/** What the journal calls it. */
export const FEEDBACK = "feedback";

const text = (value: unknown): string => (typeof value === "string" ? value : "");

/** As its events say; null when it was never noted, or dropped. Events come in the journal's order. */
export function feedbackOf(id: string, events: readonly JournalEvent[]): Feedback | null {
  const withdrawn = new Set(
    events.flatMap(({ kind, data }) => (kind === "withdrawn" ? [String(data["event"])] : [])),
  );
  let said = null as Feedback | null;
  let dropped = false;
  for (const { id: event, kind, at, data } of events) {
    if (withdrawn.has(event)) continue;
    if (kind === "noted")
      said ??= {
        ...{ id, text: text(data["text"]), kind: kindOf(data["kind"]) ?? "other" },
        ...{ department: text(data["department"]), customer: text(data["customer"]) },
        ...{ order: text(data["order"]), shop: text(data["shop"]), by: text(data["by"]) },
        ...{ notedAt: at, valuable: null, sentAt: null, sentTo: "", answeredAt: null, answer: "" },
      };
    else if (said === null) continue;
    else if (kind === "changed") said = changed(said, data);
    else if (kind === "sent") said = { ...said, sentAt: at, sentTo: text(data["to"]) };
    else if (kind === "answered") said = { ...said, answeredAt: at, answer: text(data["answer"]) };
    else if (kind === "dropped") dropped = true;
  }
  return dropped ? null : said;
}

function kindOf(value: unknown): FeedbackKind | null {
  const kind = feedbackKind.safeParse(value);
  return kind.success ? kind.data : null;
}

function changed(said: Feedback, data: JournalEvent["data"]): Feedback {
  const { valuable } = data;
  return {
    ...said,
    text: "text" in data ? text(data["text"]) || said.text : said.text,
    kind: kindOf(data["kind"]) ?? said.kind,
    department: "department" in data ? text(data["department"]) : said.department,
    valuable: valuable === null || typeof valuable === "boolean" ? valuable : said.valuable,
  };
}

/** Where it stands. */
export const stateOf = ({ sentAt, answeredAt }: Feedback): FeedbackState =>
  answeredAt !== null ? "answered" : sentAt !== null ? "sent" : "noted";

/** Words that tell a kind, in the languages buyers write in. What is named first weighs the same as what is named last. */
const KIND_WORDS: readonly (readonly [FeedbackKind, RegExp])[] = [
  [
    "pageError",
    /页面|頁面|详情页|詳情頁|链接|連結|图片不对|圖片不對|写错|寫錯|标错|標錯|错别字|錯字|打不开|打不開|点不开|點不開|显示不|顯示不|跳转|跳轉|描述不符|参数不对|規格寫|page|link|typo|broken image|description/gi,
  ],
  [
    "notBuying",
    /不买了|不買了|没买|沒買|不考虑了|不考慮了|去别家|去別家|别家|別家|再看看|不需要了|算了|放弃|放棄|退而|不打算买|not buying|won't buy|elsewhere|another shop|changed my mind/gi,
  ],
  [
    "price",
    /价格|價格|太贵|太貴|贵了|貴了|便宜|优惠|優惠|打折|折扣|券|满减|滿減|降价|降價|价差|價差|保价|保價|包邮|包郵|免運|运费太|price|expensive|cheaper|discount|coupon/gi,
  ],
  [
    "logistics",
    /物流|快递|快遞|发货|發貨|出貨|配送|送货|送貨|包装|包裝|破损|破損|丢件|丟件|到货|到貨|签收|簽收|运费|運費|shipping|delivery|courier|parcel|package|late/gi,
  ],
  [
    "service",
    /客服|态度|態度|回复慢|回覆慢|没人理|沒人理|不回消息|不回訊息|敷衍|售后处理|售後處理|机器人|機器人|rude|support|agent|reply|service/gi,
  ],
  [
    "suggestion",
    /建议|建議|希望|能不能|可不可以|要是有|如果有|最好|出个|出個|增加|加个|加個|改进|改進|suggest|wish|would be nice|should have|please add|could you add/gi,
  ],
  [
    "product",
    /质量|品質|尺码|尺碼|尺寸|颜色|顏色|色差|材质|材質|味道|异味|異味|太小|太大|偏小|偏大|起球|掉色|褪色|不亮|不好用|坏了|壞了|做工|功能|说明书|說明書|quality|size|colour|color|material|smell|broken|doesn't work|defect/gi,
  ],
];

/** What a text is about, by its words; the kind with most of them, in a tie the one named first above. */
export function kindFor(said: string): FeedbackKind {
  const plain = said.normalize("NFKC");
  let best: { kind: FeedbackKind; count: number } = { kind: "other", count: 0 };
  for (const [kind, words] of KIND_WORDS) {
    const count = new Set(plain.toLowerCase().match(words)).size;
    if (count > best.count) best = { kind, count };
  }
  return best.kind;
}

/**
 * Who a kind goes to: where the last ones of the kind went to, else who usually solves it.
 * @param before departments chosen for the kind, newest first @param known the person's departments
 */
export function departmentFor(
  before: readonly string[],
  usual: string,
  known: readonly string[],
): string {
  const counts = new Map<string, number>();
  for (const name of before)
    if (known.includes(name)) counts.set(name, (counts.get(name) ?? 0) + 1);
  const [most] = [...counts].toSorted((a, b) => b[1] - a[1]);
  return most?.[0] ?? (known.includes(usual) ? usual : (known[0] ?? ""));
}
