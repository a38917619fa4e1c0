import { readFileSync } from "node:fs";
import iconv from "iconv-lite";
import { Converter } from "opencc-js";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { ENCODINGS } from "../../../../test/support/files.ts";
import { decoderFor, detectEncoding } from "./encoding.ts";

const toTraditional = Converter({ from: "cn", to: "twp" });
const starter = z
  .object({ phrases: z.array(z.object({ title: z.string(), body: z.string() })) })
  .parse(
    JSON.parse(
      readFileSync(new URL("../../../../assets/starter/zh-CN.json", import.meta.url), "utf8"),
    ),
  );

/** Sentences whose words are not the ones the list of common characters was made from. */
const UNSEEN = [
  "标题,内容\n缺货,这款暂时断货啦，工厂预计周五补齐，到货立刻通知您",
  "话术内容（必填）\n亲，羊绒衫建议干洗，手洗水温别超过30度，平铺晾干不变形",
  "問題,答案\n刷卡失敗怎麼辦,請先確認卡片額度，或改用超商取貨付款，造成不便敬請見諒",
  "快捷編碼,快捷短語\nhk01,您好，順豐到付約三十蚊，離島地區可能多等一日",
  "名称,内容\n薄荷膏,薄荷膏孕妇慎用，儿童请在医生指导下涂抹",
  "代號,內容\nzz,螢幕刮傷不在保固範圍，可代為聯繫維修中心報價",
];
const isTraditional = (text: string): boolean => text !== Converter({ from: "tw", to: "cn" })(text);

/** Big5 has no simplified characters and no emoji; what it cannot write is no sample of it. */
const inBig5 = (text: string): boolean => iconv.decode(iconv.encode(text, "big5"), "big5") === text;

function found(bytes: Buffer): string {
  const verdict = detectEncoding(bytes);
  return verdict.kind === "text" ? verdict.encoding : verdict.kind;
}

describe("detectEncoding", () => {
  const bodies = starter.phrases.map(({ body }) => body);
  const titles = starter.phrases.map(({ title }) => title);
  const rows = starter.phrases.map(({ title, body }) => `标题,内容\r\n${title},"${body}"\r\n`);

  it.each(Object.entries(ENCODINGS))("names %s", (name, encode) => {
    const encoding = name.replace(" with mark", "");
    for (const row of [...rows, ...UNSEEN]) expect(found(encode(row)), row).toBe(encoding);
  });

  it.each([
    ["bodies", bodies],
    ["rows", rows],
    ["titles of a few characters", titles],
  ])("tells GB18030 from Big5: %s", (_, texts) => {
    for (const text of texts) {
      const traditional = toTraditional(text);
      expect(found(iconv.encode(text, "gb18030")), text).toBe("GB18030");
      expect(found(iconv.encode(traditional, "gb18030")), traditional).toBe("GB18030");
      if (inBig5(traditional))
        expect(found(iconv.encode(traditional, "big5")), traditional).toBe("Big5");
    }
  });

  it("tells texts whose words it was not made from", () => {
    for (const text of UNSEEN) {
      expect(found(iconv.encode(text, "gb18030")), text).toBe("GB18030");
      if (isTraditional(text) && inBig5(text))
        expect(found(iconv.encode(text, "big5")), text).toBe("Big5");
    }
    expect(UNSEEN.filter((text) => isTraditional(text) && inBig5(text)).length).toBeGreaterThan(2);
  });

  it("says it does not know other encodings", () => {
    for (const text of ["café,naïve résumé\nñandú,año über", "Größe,Straße\nMüller,Grüße"]) {
      expect(found(iconv.encode(text, "latin1"))).toBe("unknown");
    }
    expect(found(iconv.encode("Привет,спасибо за заказ\nсегодня,завтра", "win1251"))).toBe(
      "unknown",
    );
  });

  it("takes plain ASCII for UTF-8", () => {
    expect(found(Buffer.from("title,body\nhi,hello there\n"))).toBe("UTF-8");
  });

  it("keeps UTF-8 with a few damaged bytes", () => {
    const good = Buffer.from("标题,内容\n".repeat(50));
    expect(found(Buffer.concat([good, Buffer.from([0xe4, 0xbd]), Buffer.from(",x\n"), good]))).toBe(
      "UTF-8",
    );
  });

  it("calls pictures and programs binary", () => {
    const png = Buffer.from("89504e470d0a1a0a0000000d494844520000001000000010080600000", "hex");
    expect(found(png)).toBe("binary");
    expect(
      found(Buffer.from([0x7f, 0x45, 0x4c, 0x46, 2, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 3, 0])),
    ).toBe("binary");
    expect(found(Buffer.alloc(64))).toBe("binary");
  });
});

describe("decoderFor", () => {
  it.each([...Object.entries(ENCODINGS)])("reads %s cut at every byte", (name, encode) => {
    const text = "退货😊,亲，“您”好\r\n";
    const bytes = encode(text);
    const decoder = decoderFor(name.replace(" with mark", "") as "UTF-8");
    let read = "";
    for (const byte of bytes) read += decoder.write(Buffer.from([byte]));
    expect(read + decoder.end()).toBe(text);
  });
});
