import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCore, type TestCore } from "../../../../test/support/core.ts";
import { addPicture, makePicture } from "../../../../test/support/pictures.ts";

let core: TestCore;
/** Noon of Wednesday 18 November 2026, where the machine is. */
let time = new Date(2026, 10, 18, 12).getTime();
const DAY = 24 * 60 * 60 * 1_000;
beforeEach(async () => {
  time = new Date(2026, 10, 18, 12).getTime();
  core = await openCore({ clock: { now: () => time } });
});
afterEach(() => core.close());

const LAMP = {
  sku: "TD-100",
  name: "护眼台灯",
  shop: "灯饰旗舰店",
  price: 12_900,
  specs: [{ key: "颜色", value: "白" }],
  sellingPoints: ["三档调光", "无频闪"],
  matches: ["dp-1", "不存在"],
  stockNote: "现货 48 小时发",
  note: "内部：别报底价",
};
const create = async (draft: Parameters<typeof core.call<"products.create">>[1]) =>
  (await core.call("products.create", draft)).product;
const names = async (input = {}) =>
  (await core.call("products.query", input)).rows.map(({ name }) => name);

describe("a card", () => {
  test("keeps every field, its pictures in order, its questions with their phrases", async () => {
    const [front, back] = [
      await addPicture(core, await makePicture({ seed: 1 }), "正面.png"),
      await addPicture(core, await makePicture({ seed: 2 }), "背面.png"),
    ];
    const phrase = await core.call("phrases.create", { title: "尺寸", body: "高 40 厘米" });
    const bulb = await create({ sku: "DP-1", name: "灯泡", shop: "灯饰旗舰店" });
    const questions = [
      { question: "多高？", phraseId: phrase.id },
      { question: "几瓦？", phraseId: null },
    ];
    const { id } = await create({ ...LAMP, questions, pictures: [back, front, back] });
    const card = await core.call("products.get", { id });
    expect(card.product).toMatchObject({ ...LAMP, questions, pictures: [back, front] });
    expect(card.pictures.map(({ name }) => name)).toEqual(["背面", "正面"]);
    expect(card.matches.map((each) => each.id)).toEqual([bulb.id]);
    expect(card.questions.map((each) => each.phrase?.body ?? null)).toEqual(["高 40 厘米", null]);
    const { rows } = await core.call("products.query", { text: "td-100" });
    expect(rows).toMatchObject([{ name: "护眼台灯", picture: back, pictures: 2, price: 12_900 }]);
    // What it leads to may go: the card stays, and shows what is left.
    await core.call("phrases.trash", { ids: [phrase.id] });
    await core.call("pictures.trash", { ids: [back] });
    const left = await core.call("products.get", { id });
    expect(left.questions[0]).toMatchObject({ phraseId: phrase.id, phrase: null });
    expect(left.pictures.map(({ name }) => name)).toEqual(["正面"]);
    expect((await core.call("products.query", { text: "td-100" })).rows[0]?.picture).toBe(front);
  });

  test("its SKU is its own within the shop, however it is written", async () => {
    await create(LAMP);
    await expect(create({ ...LAMP, sku: " ｔd-100" })).rejects.toMatchObject({
      code: "product_sku_taken",
      params: { sku: "ｔd-100", name: "护眼台灯", shop: "灯饰旗舰店" },
    });
    const other = await create({ ...LAMP, shop: "家居馆" });
    await expect(
      core.call("products.update", { id: other.id, changes: { shop: "灯饰旗舰店" } }),
    ).rejects.toMatchObject({ code: "product_sku_taken" });
    await expect(create({ ...LAMP, sku: " " })).rejects.toMatchObject({
      code: "product_sku_needed",
    });
    await expect(create({ ...LAMP, sku: "X", name: "" })).rejects.toMatchObject({
      code: "product_name_needed",
    });
  });

  test("changes, deleting and restoring are undone; a SKU taken meanwhile stays with its new owner", async () => {
    const lamp = await create(LAMP);
    const { historyId } = await core.call("products.update", {
      id: lamp.id,
      changes: { price: 9_900, sellingPoints: [] },
    });
    await core.call("history.undo", { id: historyId });
    expect((await core.call("products.get", { id: lamp.id })).product).toMatchObject(LAMP);

    const gone = await core.call("products.trash", { ids: [lamp.id] });
    const next = await create({ ...LAMP, name: "新台灯" });
    await expect(core.call("products.restore", { ids: [lamp.id] })).rejects.toMatchObject({
      code: "product_sku_taken",
      params: { name: "新台灯" },
    });
    await core.call("history.undo", { id: gone.historyId });
    expect((await core.call("products.get", { id: lamp.id })).product.sku).toBe("TD-100 (2)");
    expect((await core.call("products.get", { id: next.id })).product.sku).toBe("TD-100");
  });

  test("the trash is emptied for good, with a backup before", async () => {
    const lamp = await create(LAMP);
    const { historyId } = await core.call("products.trash", { ids: [lamp.id] });
    expect(await names({ view: "trash" })).toEqual(["护眼台灯"]);
    expect((await core.call("products.emptyTrash", {})).count).toBe(1);
    await expect(core.call("history.undo", { id: historyId })).rejects.toMatchObject({
      code: "history_missing",
    });
    expect((await core.call("backups.list", {})).map(({ reason }) => reason)).toContain(
      "empty-trash",
    );
  });

  test("is found by name, pinyin, SKU, selling point, specification and question", async () => {
    await create({ ...LAMP, questions: [{ question: "晚上刺眼吗", phraseId: null }] });
    await create({ sku: "B1", name: "落地灯" });
    for (const text of ["护眼", "hytd", "taideng", "td-100", "无频闪", "颜色 白", "刺眼"])
      expect([text, await names({ text })]).toEqual([text, ["护眼台灯"]]);
    expect(await names({ text: "灯" })).toHaveLength(2);
    expect(await names({ text: "灯", shop: "家居馆" })).toEqual(["落地灯"]);
    expect(await names({ shop: "家居馆" })).toEqual(["落地灯"]);
    expect(await core.call("products.shops", {})).toEqual(["灯饰旗舰店"]);
    expect((await core.call("search.query", { text: "台灯" })).hits).toEqual([]);
  });

  test("a picture whose file name holds its SKU knows where it belongs", async () => {
    await create(LAMP);
    const id = await addPicture(core, await makePicture(), "td-100_主图.png");
    expect((await core.call("pictures.get", { id })).picture.sku).toBe("TD-100");
  });
});

describe("the product of the week", () => {
  const featured = (shop: string | null = null) => core.call("products.featured", { shop });

  test("is chosen per shop for this week, counted, and undone", async () => {
    const phrase = await core.call("phrases.create", { title: "尺寸", body: "高 40 厘米" });
    const picture = await addPicture(core, await makePicture(), "正面.png");
    const lamp = await create({
      ...LAMP,
      questions: [{ question: "多高？", phraseId: phrase.id }],
      pictures: [picture],
    });
    const rug = await create({ sku: "R1", name: "地毯", shop: "家居馆" });
    const { historyId } = await core.call("products.feature", { id: lamp.id });
    await core.call("products.feature", { id: rug.id });
    await core.call("paste.copied", { id: phrase.id });
    await core.call("paste.copied", { id: phrase.id });
    await core.call("pictures.copied", { id: picture });
    await core.call("products.used", { id: lamp.id });

    const own = await featured("灯饰旗舰店");
    expect(own).toMatchObject({ week: "2026-W47", from: "2026-11-16", to: "2026-11-22" });
    expect(own.chosen).toMatchObject([
      { product: { name: "护眼台灯" }, phrases: [{ title: "尺寸" }], uses: 4 },
    ]);
    expect(own.chosen[0]!.pictures.map(({ id }) => id)).toEqual([picture]);
    expect((await featured()).chosen.map(({ product }) => product.name).toSorted()).toEqual(
      ["地毯", "护眼台灯"].toSorted(),
    );

    // Another choice for the same shop takes its place.
    const bulb = await create({ sku: "DP-1", name: "灯泡", shop: "灯饰旗舰店" });
    const second = await core.call("products.feature", { id: bulb.id });
    expect((await featured("灯饰旗舰店")).chosen[0]?.product.name).toBe("灯泡");
    await core.call("history.undo", { id: second.historyId });
    expect((await featured("灯饰旗舰店")).chosen[0]?.product.name).toBe("护眼台灯");
    await core.call("history.undo", { id: historyId });
    expect((await featured("灯饰旗舰店")).chosen).toEqual([]);
  });

  test("ends with the week, and what was asked most is proposed for the next", async () => {
    const lamp = await create(LAMP);
    const rug = await create({ sku: "R1", name: "地毯" });
    await create({ sku: "C1", name: "没人问的椅子" });
    await core.call("products.feature", { id: lamp.id });
    await core.call("products.used", { id: lamp.id });
    for (let n = 0; n < 3; n += 1) await core.call("products.used", { id: rug.id });
    expect((await featured()).proposed).toMatchObject([{ product: { name: "地毯" }, uses: 3 }]);
    time += 5 * DAY;
    const next = await featured();
    expect([next.week, next.chosen]).toEqual(["2026-W48", []]);
    expect(next.proposed.map(({ product, uses }) => [product.name, uses])).toEqual([
      ["地毯", 3],
      ["护眼台灯", 1],
    ]);
    // A week later nobody has asked lately.
    time += 3 * DAY;
    expect((await featured()).proposed).toEqual([]);
  });

  test("one in the trash is nobody's featured product", async () => {
    const lamp = await create(LAMP);
    await core.call("products.feature", { id: lamp.id });
    await core.call("products.trash", { ids: [lamp.id] });
    expect((await featured()).chosen).toEqual([]);
    await expect(core.call("products.feature", { id: lamp.id })).rejects.toMatchObject({
      code: "product_trashed",
    });
  });

  test("its phrases come first in a search, all week and no longer", async () => {
    const [plain, asked] = [
      await core.call("phrases.create", { title: "尺寸说明", body: "一" }),
      await core.call("phrases.create", { title: "尺寸怎么量怎么选", body: "二" }),
    ];
    const first = async () =>
      (await core.call("search.query", { text: "尺寸" })).hits[0]?.phrase.id;
    expect(await first()).toBe(plain.id);
    const lamp = await create({
      ...LAMP,
      questions: [{ question: "多高？", phraseId: asked.id }],
    });
    await core.call("products.feature", { id: lamp.id });
    expect(await first()).toBe(asked.id);
    time += 5 * DAY;
    expect(await first()).toBe(plain.id);
  });

  test("taking the choice back", async () => {
    const lamp = await create(LAMP);
    await core.call("products.feature", { id: lamp.id });
    await core.call("products.feature", { id: null, shop: LAMP.shop });
    expect((await featured()).chosen).toEqual([]);
  });
});
