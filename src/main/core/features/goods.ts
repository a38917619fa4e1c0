import type { Picture } from "../../../shared/contract/pictures.ts";
import type { Product } from "../../../shared/contract/products.ts";
import { say } from "../../../shared/rules/say.ts";
import type { Touched } from "../../modules/phrases/handlers.ts";
import type { PhraseStore } from "../../modules/phrases/store.ts";
import type { PastePicture } from "../../modules/desk/rules.ts";
import { checkPictures } from "../../modules/pictures/check.ts";
import { createPictureFiles } from "../../modules/pictures/files.ts";
import { pictureHandlers } from "../../modules/pictures/handlers.ts";
import { nameFor, type SendAs } from "../../modules/pictures/rules.ts";
import { createSending } from "../../modules/pictures/sending.ts";
import { createPictureStore, PICTURE } from "../../modules/pictures/store.ts";
import { createFeaturedStore } from "../../modules/products/featuredStore.ts";
import { productHandlers } from "../../modules/products/handlers.ts";
import { createImporter, type ImportSurroundings } from "../../modules/products/importer.ts";
import { createSkuMatcher } from "../../modules/products/skuMatch.ts";
import { createProductStore, PRODUCT } from "../../modules/products/store.ts";
import { createIndexKeeper, type Searchable } from "../../modules/search/keeper.ts";
import { createPhraseIndex } from "../../modules/search/phraseIndex.ts";
import { readTable } from "../../modules/transfer/readTable.ts";
import type { Foundation } from "../foundation.ts";

interface Needs {
  readonly phrases: PhraseStore;
  /** Throws an AppError when the hotkey cannot be given to this picture. */
  claimHotkey(accelerator: string, pictureId: string): Promise<string>;
  /** The one way a change is told: the library's, which tells all others. */
  changed(reason: string, touched: Touched): void;
  /** How often each phrase was used since a time. */
  phraseUsesSince(at: number): ReadonlyMap<string, number>;
}

/** How long a start may take before what was left half-way is tidied up, milliseconds. */
const TIDY_AFTER = 20_000;

const NO_PATHS: ReadonlyMap<string, string[]> = new Map();
const UNLISTED = { categoryId: null, questions: [] } as const;

/** A picture as the index takes it: found by name, SKU, tags and note. */
const pictureDoc = (picture: Picture): Searchable => ({
  ...UNLISTED,
  ...{ id: picture.id, title: picture.name, body: picture.note, shortcut: picture.sku },
  ...{ tags: picture.tags, shop: "", favourite: picture.favourite, questions: [] },
  ...{ useCount: picture.useCount, lastUsedAt: picture.lastUsedAt, trashedAt: picture.trashedAt },
});

/** A product as the index takes it: found by name and SKU, then by what its card says. */
const productDoc = (product: Product): Searchable => ({
  ...UNLISTED,
  ...{ id: product.id, title: product.name, shortcut: product.sku, shop: product.shop },
  body: [
    ...product.sellingPoints,
    ...product.specs.map(({ key, value }) => `${key} ${value}`),
    product.stockNote,
    product.note,
  ].join("\n"),
  questions: product.questions.map(({ question }) => question),
  ...{ tags: [], favourite: false, useCount: 0, lastUsedAt: null, trashedAt: product.trashedAt },
});

export type GoodsFeature = ReturnType<typeof goodsFeature>;

/** Pictures and product cards: their stores, each with an index of its own, and the week's featured product. */
export function goodsFeature(base: Foundation, needs: Needs) {
  const { database, now } = base;
  const { history } = needs.phrases;
  const pictures = createPictureStore(database, history, now);
  const products = createProductStore(database, history, now);
  const files = createPictureFiles(base.dataFolder, base.ports.imaging);
  const sending = createSending(files, base.ports.imaging, pictures.get, pictures.alpha);

  const pictureIndex = createPhraseIndex(now);
  const productIndex = createPhraseIndex(now);
  // Lists that are filtered ask again once the index has caught up.
  const rebuilt = (): void => {
    revision += 1;
    if (base.isOpen()) base.emit("library.changed", { reason: "indexed" });
  };
  const pictureKeeper = createIndexKeeper(pictureIndex, {
    live: () => each(pictures.live(), pictureDoc),
    find: (id) => map(pictures.find(id), pictureDoc),
    paths: () => NO_PATHS,
    rebuilt,
    failed: base.tell,
  });
  const productKeeper = createIndexKeeper(productIndex, {
    live: () => each(products.live(), productDoc),
    find: (id) => map(products.find(id), productDoc),
    paths: () => NO_PATHS,
    rebuilt,
    failed: base.tell,
  });
  let revision = 0;

  const rebuild = (): void => {
    void pictureKeeper.rebuild();
    void productKeeper.rebuild();
  };

  /** After every change of the library, ours or not: the indexes. */
  function follow(touched: Touched): void {
    revision += 1;
    if (touched === "everything") rebuild();
    else if (touched !== "nothing") {
      pictureKeeper.refresh(history.touched(touched.step, PICTURE));
      productKeeper.refresh(history.touched(touched.step, PRODUCT));
    }
  }

  const pictureUsed = (id: string): void =>
    base.later.write(() => {
      const { useCount, lastUsedAt } = base.withoutWaiting(() => pictures.used(id, now()));
      pictureIndex.used(id, useCount, lastUsedAt);
    });

  const importing: ImportSurroundings = {
    store: products,
    history,
    readTable: (path, name) => readTable({ path, name }),
    uploads: base.files,
    async settlePictures(ids) {
      const there = [];
      for (const id of new Set(ids)) {
        const file = await files.find(id);
        if (file) there.push(file);
      }
      await files.settle(there);
      const byId = new Map(there.map((file) => [file.id, file]));
      return (remember, { id, name, sku }) => {
        const file = byId.get(id);
        if (file) pictures.insert(remember, { file, name: nameFor(name), sku, tags: [] });
        if (pictures.get(id).sku === "") pictures.write(remember, id, { sku });
      };
    },
    writeBackup: base.writeBackup,
  };

  const productCalls = productHandlers({
    store: products,
    featured: createFeaturedStore(database, history, now),
    importer: createImporter(importing),
    now,
    changed: needs.changed,
    revision: () => revision,
    match: (text, accept) => productIndex.matchAll(text, accept),
    searchable: productKeeper.answerable,
    writeBackup: base.writeBackup,
    used: (id) => base.later.write(() => base.withoutWaiting(() => products.used(id, now()))),
    phrase: (id) => {
      const phrase = needs.phrases.find(id);
      return phrase && phrase.trashedAt === null
        ? { id, title: phrase.title, body: phrase.body }
        : null;
    },
    pictures: pictures.rows,
    usesSince: (at) => ({
      phrases: needs.phraseUsesSince(at),
      pictures: pictures.usesSince(at),
      products: products.usesSince(at),
    }),
  });

  // Made anew only after a change: thousands of pictures are added with the same SKUs around.
  let matcher = { revision: -1, match: createSkuMatcher([]) };
  function skuIn(fileName: string): string {
    if (matcher.revision !== revision)
      matcher = { revision, match: createSkuMatcher(products.skuKeys()) };
    const found = matcher.match(fileName);
    return found.kind === "one" ? (products.bySku(found.key)[0]?.sku ?? "") : "";
  }

  const handlers = {
    ...pictureHandlers({
      store: pictures,
      files,
      uploads: base.files,
      changed: needs.changed,
      revision: () => revision,
      match: (text, accept) => pictureIndex.matchAll(text, accept),
      searchable: pictureKeeper.answerable,
      claimHotkey: needs.claimHotkey,
      writeBackup: base.writeBackup,
      used: pictureUsed,
      skuIn,
      usedIn: { phrases: needs.phrases.withPicture, products: products.withPicture },
      inUse: () => new Set([...needs.phrases.picturesUsed(), ...products.picturesUsed()]),
    }),
    ...productCalls.handlers,
  };

  const tidy = setTimeout(() => void files.sweepStaged(now()).catch(base.tell), TIDY_AFTER);
  tidy.unref();

  return {
    handlers,
    rebuild,
    follow,
    pictures,
    products,
    pictureIndex,
    /** A picture ready to go into a program, scaled to what it takes. */
    forSending: sending.forSending,
    /** A picture as the paste engine takes it; nothing is made before it is asked for. @throws AppError when it is gone */
    forPasting(id: string): PastePicture {
      const { name, mime, width, height } = pictures.get(id);
      const sent = (limitKB: number, as: SendAs) =>
        sending.forSending(id, { limitKB: limitKB === 0 ? null : limitKB, as });
      return {
        ...{ name, mime, width, height },
        path: files.pathOf(id, mime),
        png: async (limitKB) => (await sent(limitKB, "bitmap")).png(),
        file: async (limitKB) => (await sent(limitKB, "file")).path,
      };
    },
    /** Counts that a picture went into a chat. */
    pictureUsed,
    /** Pictures that want a global hotkey, as phrases have them. */
    withHotkey: pictures.withHotkey,
    /** Phrases of this week's featured product; null: of every shop. */
    featuredPhraseIds: productCalls.featuredPhraseIds,
    /** The file of a picture, or its thumbnail; null when there is none. */
    async takePicture(id: string, thumb: boolean): Promise<{ path: string; mime: string } | null> {
      const mime = pictures.mime(id);
      if (mime === null) return null;
      // Without its thumbnail a picture is still shown, only slower.
      if (thumb && (await files.exists(files.thumbOf(id))))
        return { path: files.thumbOf(id), mime: "image/webp" };
      const path = files.pathOf(id, mime);
      return (await files.exists(path)) ? { path, mime } : null;
    },
    /** What is wrong with the pictures' files, in words. */
    async problems(locale: string): Promise<string[]> {
      const found = await checkPictures(files, pictures.all());
      return found.filter(({ harm }) => harm).map(({ code, params }) => say(locale, code, params));
    },
    close(): void {
      clearTimeout(tidy);
      pictureKeeper.close();
      productKeeper.close();
    },
  };
}

function* each<A, B>(values: Iterable<A>, change: (value: A) => B): Generator<B> {
  for (const value of values) yield change(value);
}

const map = <A, B>(value: A | null, change: (value: A) => B): B | null =>
  value === null ? null : change(value);
