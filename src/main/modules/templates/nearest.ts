/** What people write when they mean one of our words; both sides in lower case, without dots. */
const SYNONYMS: readonly (readonly [string, string])[] = [
  ["姓名", "名字"],
  ["名称", "名字"],
  ["昵称", "名字"],
  ["旺旺", "名字"],
  ["买家", "客户"],
  ["顾客", "客户"],
  ["用户", "客户"],
  ["会员", "客户"],
  ["收货人", "客户名字"],
  ["订单编号", "订单号"],
  ["订单id", "订单号"],
  ["单号", "订单号"],
  ["留言", "备注"],
  ["编号", "工号"],
  ["店名", "店铺"],
  ["店铺名字", "店铺"],
  ["时间", "现在"],
  ["日期", "今天"],
  ["今日", "今天"],
  ["明日", "明天"],
  ["周几", "星期"],
  ["星期几", "星期"],
  ["礼拜", "星期"],
  ["剪切板", "剪贴板"],
  ["粘贴板", "剪贴板"],
  ["buyer", "customer"],
  ["client", "customer"],
  ["user", "customer"],
  ["store", "shop"],
  ["staff", "agent"],
  ["service", "agent"],
  ["date", "today"],
  ["time", "now"],
  ["orderid", "order"],
  ["ordernumber", "order"],
  ["orderno", "order"],
  ["nickname", "name"],
  ["remark", "note"],
];

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s._-]/g, "");

/** Every way to read a name with one or two words of ours put in place of a person's. */
function readings(name: string): string[] {
  let found = [name];
  for (let round = 0; round < 2; round += 1)
    found = [
      ...new Set([
        ...found,
        ...found.flatMap((each) =>
          SYNONYMS.flatMap(([said, ours]) =>
            each.includes(said) ? [each.replace(said, ours)] : [],
          ),
        ),
      ]),
    ];
  return found;
}

/** Insertions, deletions, replacements and swaps of neighbours that lead from one text to the other. */
export function distance(from: string, to: string): number {
  const a = [...from];
  const b = [...to];
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let row = 1; row <= a.length; row += 1) {
    const line = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const same = a[row - 1] === b[column - 1] ? 0 : 1;
      let cost = Math.min(last[column]! + 1, line[column - 1]! + 1, last[column - 1]! + same);
      if (row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1])
        cost = Math.min(cost, before[column - 2]! + 1);
      line.push(cost);
    }
    before = last;
    last = line;
  }
  return last[b.length]!;
}

/** Letters may differ in about a third of a name, at most two. */
const allowed = (name: string): number => Math.min(2, Math.ceil([...name].length / 3));

/**
 * The known name a person most likely meant; null when none is near.
 * Dots, spaces and case do not count, words that mean the same do, and a name's last part alone is enough.
 */
export function nearest(name: string, known: readonly string[]): string | null {
  const meant = readings(plain(name));
  const candidates = known.map((each) => ({ each, plain: plain(each) }));
  const exact = candidates.find((candidate) => meant.includes(candidate.plain));
  if (exact) return exact.each;
  const lastPart = candidates.find(
    ({ each }) =>
      each.includes(".") && meant.includes(plain(each.slice(each.lastIndexOf(".") + 1))),
  );
  if (lastPart) return lastPart.each;
  let best: { each: string; cost: number } | null = null;
  for (const candidate of candidates)
    for (const reading of meant) {
      const cost = distance(reading, candidate.plain);
      if (cost <= allowed(reading) && cost < candidate.plain.length && (!best || cost < best.cost))
        best = { each: candidate.each, cost };
    }
  return best?.each ?? null;
}
