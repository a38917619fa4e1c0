import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { openCore, type TestCore } from "../../../../test/support/core.ts";
import { openLibrary, type TestLibrary } from "../../../../test/support/library.ts";
import type { PriceSchemeDraft } from "../../../shared/contract/price.ts";
import { createPriceStore, type PriceStore } from "./store.ts";

const draft = (parts: Partial<PriceSchemeDraft> = {}): PriceSchemeDraft => ({
  name: "双11 主推",
  shop: "灯饰旗舰店",
  rules: [
    { slot: "shopDiscount", text: "9折", use: "auto" },
    { slot: "shopThreshold", text: "每满300减50", use: "auto" },
    { slot: "shopCoupon", text: "券20", use: "never" },
  ],
  counting: { order: "listed", base: "piece", pieceUnit: 10 },
  ...parts,
});

describe("in the store", () => {
  let library: TestLibrary;
  let store: PriceStore;
  let time = Date.UTC(2026, 10, 1);
  beforeEach(() => {
    library = openLibrary();
    store = createPriceStore(library.database, library.store.history, () => (time += 1_000));
  });
  afterEach(() => library.dispose());

  const undo = (historyId: number): unknown => library.store.history.undo(historyId);
  const names = (): string[] => store.list().map(({ name }) => name);

  test("a scheme comes back as it was saved", () => {
    const { scheme } = store.save(null, draft());
    expect(store.get(scheme.id)).toMatchObject({ ...draft(), lastUsedAt: null });
    expect(store.list()).toEqual([scheme]);
  });

  test("one name once in a shop, again in another", () => {
    const { scheme } = store.save(null, draft());
    expect(() => store.save(null, draft())).toThrow("price_scheme_name_taken");
    store.save(null, draft({ shop: "" }));
    expect(names()).toHaveLength(2);
    // Its own name is not taken by others.
    store.save(scheme.id, draft({ rules: [{ slot: "member", text: "95折", use: "auto" }] }));
    expect(store.get(scheme.id).rules).toHaveLength(1);
  });

  test("the last used comes first, and undo of a change does not take the use back", () => {
    const first = store.save(null, draft({ name: "甲" })).scheme;
    store.save(null, draft({ name: "乙" }));
    expect(names()).toEqual(["乙", "甲"]);
    store.used(first.id);
    expect(names()).toEqual(["甲", "乙"]);
    undo(store.save(first.id, draft({ name: "丙" })).historyId);
    expect(names()).toEqual(["甲", "乙"]);
  });

  test("deleted, then undone: the same scheme with the same use", () => {
    const { scheme } = store.save(null, draft());
    store.used(scheme.id);
    const before = store.get(scheme.id);
    const { historyId } = store.remove(scheme.id);
    expect(store.list()).toEqual([]);
    expect(() => store.get(scheme.id)).toThrow("price_scheme_missing");
    expect(() => store.remove(scheme.id)).toThrow("price_scheme_missing");
    expect(() => store.used(scheme.id)).toThrow("price_scheme_missing");
    undo(historyId);
    expect(store.get(scheme.id)).toEqual(before);
  });

  test("undo when its name was given to another meanwhile", () => {
    const { scheme } = store.save(null, draft());
    const { historyId } = store.remove(scheme.id);
    store.save(null, draft());
    undo(historyId);
    expect(names().toSorted()).toEqual(["双11 主推", "双11 主推 (2)"]);
  });

  test("making one is undone too, and the undo of that", () => {
    const { historyId } = store.save(null, draft());
    const again = library.store.history.undo(historyId);
    expect(names()).toEqual([]);
    undo(again.historyId);
    expect(names()).toEqual(["双11 主推"]);
  });

  test("a change that a later one stands on says which", () => {
    const { scheme, historyId } = store.save(null, draft());
    store.save(scheme.id, draft({ name: "双12 主推" }));
    expect(() => undo(historyId)).toThrow("history_overtaken");
  });
});

describe("through the core", () => {
  let core: TestCore;
  beforeEach(async () => {
    core = await openCore();
  });
  afterEach(() => core.close());

  test("saved, listed, deleted, undone; screens hear of each change", async () => {
    const heard: string[] = [];
    core.core.subscribe((name, payload) => {
      if (name === "library.changed") heard.push((payload as { reason: string }).reason);
    });
    const { scheme } = await core.call("price.save", { draft: draft() });
    expect(await core.call("price.schemes", {})).toEqual([scheme]);
    const { historyId } = await core.call("price.remove", { id: scheme.id });
    expect(await core.call("price.schemes", {})).toEqual([]);
    await core.call("history.undo", { id: historyId });
    expect(await core.call("price.schemes", {})).toEqual([scheme]);
    expect(heard.filter((reason) => reason !== "indexed")).toEqual(["price", "price", "undo"]);
    await core.call("price.used", { id: scheme.id });
    expect((await core.call("price.schemes", {}))[0]?.lastUsedAt).toBeGreaterThan(0);
  });

  test("a rule that could not be read later is refused by name", async () => {
    const rules = [{ slot: "shopThreshold", text: "满300" }] as const;
    await expect(
      core.call("price.save", { draft: { ...draft(), rules: [...rules] } }),
    ).rejects.toThrow("price_threshold");
    expect(await core.call("price.schemes", {})).toEqual([]);
  });
});
