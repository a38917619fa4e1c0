import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import type { UrgingReason } from "../../../shared/contract/review.ts";

/** What a script about a reason speaks of. */
const REASON_WORDS: Readonly<Record<UrgingReason, RegExp>> = {
  stock: /库存|庫存|锁货|鎖貨|现货|現貨|缺货|缺貨|紧张|stock|left|sold out/i,
  gift: /赠|贈|礼品|禮品|送完|小样|gift|free sample/i,
  dispatch: /发货|發貨|出貨|出库|出庫|截单|截單|当天走|dispatch|ship|cut-?off/i,
  discount: /优惠|優惠|券|折|活动价|活動價|到期|coupon|discount|expire|sale/i,
  confirm: /地址|规格|規格|尺码|尺碼|核对|核對|确认|確認|address|size|confirm/i,
  help: /问题|問題|困难|困難|遇到|帮您|幫您|截图|截圖|help|trouble|problem/i,
};

/** Urging scripts, those about the reason first: what the title or a tag says counts before the words of the script. */
export function forReason(
  rows: readonly PhraseRow[],
  reason: UrgingReason | null,
): (PhraseRow & { fits: boolean })[] {
  const words = reason === null ? null : REASON_WORDS[reason];
  const weight = ({ title, tags, body }: PhraseRow): number => {
    if (!words) return 0;
    if (words.test([title, ...tags].join(" "))) return 2;
    return words.test(body) ? 1 : 0;
  };
  return rows
    .map((row) => ({ row, weight: weight(row) }))
    .toSorted((a, b) => b.weight - a.weight)
    .map((each) => ({ ...each.row, fits: each.weight > 0 }));
}
