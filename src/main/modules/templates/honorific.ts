/** Surnames of two characters; the first two hundred of one character need no list: any single one will do. */
const LONG_SURNAMES = new Set(
  "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 令狐 轩辕 呼延 歐陽 司馬 東方 獨孤 南宮 諸葛 尉遲 赫連 鍾離 長孫 鮮于 軒轅".split(
    " ",
  ),
);

const TITLE = /(女士|先生|小姐|老师|老師|阿姨|太太)$/;
const PERSON = /^\p{Script=Han}{2,4}$/u;

function surname(name: string): string {
  const first = [...name].slice(0, 2).join("");
  return LONG_SURNAMES.has(first) && [...name].length > 2 ? first : ([...name][0] ?? "");
}

/**
 * A customer's name as one addresses them: 王小美女士 is 王女士. What is not known is not guessed: without a title in
 * the name or a handed-in one, and for what is no person's name (tb8812_33), the name stays as it is.
 * @param title such as 女士; "" when it is not known
 */
export function honorific(name: string, title: string): string {
  const said = name.trim();
  const known = TITLE.exec(said)?.[1];
  if (known !== undefined) {
    const rest = said.slice(0, -known.length).trim();
    return PERSON.test(rest) ? `${surname(rest)}${known}` : said;
  }
  return title !== "" && PERSON.test(said) ? `${surname(said)}${title}` : said;
}
