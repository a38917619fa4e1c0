import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import type { PictureRow } from "../../../shared/contract/pictures.ts";
import { AppError } from "../../../shared/errors.ts";
import type { FeaturedStore } from "./featuredStore.ts";
import type { createImporter } from "./importer.ts";
import type { ProductFilter, ProductLinks } from "./listStore.ts";
import { ASKED_WITHIN, propose, type UseCounts, usesOf, weekOf } from "./rules.ts";
import type { ProductStore } from "./store.ts";

/** What of a phrase a product card shows. */
export interface LinkedPhrase {
  readonly id: string;
  readonly title: string;
  readonly body: string;
}

/** What the product handlers need from the rest of the core. */
export interface ProductSurroundings {
  readonly store: ProductStore;
  readonly featured: FeaturedStore;
  readonly importer: ReturnType<typeof createImporter>;
  readonly now: () => number;
  /** Called after every change with the step it made; "nothing": what was searched is the same. */
  changed(reason: string, touched: { readonly step: number } | "nothing"): void;
  /** Moves with every change of what a search would find. */
  revision(): number;
  /** Resolves once the index can answer. */
  searchable(): Promise<void>;
  /** Ids matching a text, best first. */
  match(text: string, accept: ((id: string) => boolean) | undefined): string[];
  writeBackup(reason: string): { path: string };
  /** Counts a use of the card; written when the database is free. */
  used(id: string): void;
  /** A live phrase, or null. */
  phrase(id: string): LinkedPhrase | null;
  /** Rows of pictures that are there. */
  pictures(ids: readonly string[]): PictureRow[];
  /** How often phrases, pictures and cards were used since a time (milliseconds since 1970). */
  usesSince(at: number): UseCounts;
}

type Names =
  | "products.query"
  | "products.get"
  | "products.create"
  | "products.update"
  | "products.trash"
  | "products.restore"
  | "products.emptyTrash"
  | "products.shops"
  | "products.used"
  | "products.featured"
  | "products.feature"
  | "products.plan"
  | "products.import";

/** Answers the calls about products; `featuredPhraseIds` tells the ranking which phrases come first this week. */
export function productHandlers(around: ProductSurroundings): {
  handlers: HandlersFor<Names>;
  featuredPhraseIds: (now: number, shop: string | null) => string[];
} {
  const { store, featured, importer } = around;
  const announce = (reason: string, receipt: ChangeReceipt): ChangeReceipt => {
    around.changed(reason, { step: receipt.historyId });
    return receipt;
  };

  // A list is asked for window by window: what it holds is worked out once.
  let last = { key: "", found: [] as string[] };
  function matches(filter: ProductFilter, text: string): string[] {
    const key = JSON.stringify([filter.view, filter.shop, text, around.revision()]);
    if (last.key !== key) {
      const among = store.ids(filter);
      last = { key, found: around.match(text, (id) => among.has(id)) };
    }
    return last.found;
  }

  const visible = (pictures: readonly PictureRow[]): PictureRow[] =>
    pictures.filter(({ trashedAt }) => trashedAt === null);

  const phrasesOf = ({ phraseIds }: ProductLinks): { id: string; title: string }[] =>
    [...new Set(phraseIds)].flatMap((id) => {
      const phrase = around.phrase(id);
      return phrase ? [{ id, title: phrase.title }] : [];
    });

  /** The week's products for a shop: its own and those of every shop; null: all. */
  function chosenFor(week: string, shop: string | null): string[] {
    return featured
      .of(week)
      .filter((choice) => shop === null || choice.shop === shop || choice.shop === "")
      .map(({ productId }) => productId);
  }

  const handlers: HandlersFor<Names> = {
    "products.query": async ({ text, view, shop, offset, limit }) => {
      const filter = { view, shop };
      const needle = text.trim();
      if (needle === "") return store.page(filter, offset, limit);
      if (view === "trash") return store.page(filter, offset, limit, needle);
      await around.searchable();
      const found = matches(filter, needle);
      return { total: found.length, rows: store.rows(found.slice(offset, offset + limit)) };
    },
    "products.get": ({ id }) => {
      const product = store.get(id);
      const others = product.matches.flatMap((sku) => {
        const there = store.bySku(sku);
        const same = there.find(({ shop }) => shop === product.shop) ?? there[0];
        return same ? [same.id] : [];
      });
      return {
        product,
        questions: product.questions.map((each) => ({
          ...each,
          phrase: each.phraseId === null ? null : around.phrase(each.phraseId),
        })),
        matches: store.rows(others),
        pictures: visible(around.pictures(product.pictures)),
      };
    },
    "products.create": (draft) => {
      const made = store.create(draft);
      around.changed("create", { step: made.historyId });
      return made;
    },
    "products.update": ({ id, changes }) => {
      const result = store.update(id, changes);
      around.changed("update", { step: result.historyId });
      return result;
    },
    "products.trash": ({ ids }) => announce("trash", store.trash(ids)),
    "products.restore": ({ ids }) => announce("restore", store.restore(ids)),
    "products.emptyTrash": () => {
      const backup = around.writeBackup("empty-trash").path;
      const count = store.emptyTrash();
      around.changed("empty", "nothing");
      return { count, backup };
    },
    "products.shops": () => store.shops(),
    "products.used": ({ id }) => {
      store.get(id);
      around.used(id);
      return {};
    },
    "products.featured": ({ shop }) => {
      const now = around.now();
      const week = weekOf(now);
      const chosen = chosenFor(week.name, shop);
      const links = new Map(store.links().map((each) => [each.id, each]));
      const thisWeek = around.usesSince(week.start);
      const lately = around.usesSince(now - ASKED_WITHIN);
      const ofShop = store.ids({ view: "all", shop });
      const asked = propose(
        [...links.values()].filter(({ id }) => ofShop.has(id)),
        lately,
        new Set(chosen),
      );
      return {
        week: week.name,
        from: week.from,
        to: week.to,
        chosen: store.rows(chosen).flatMap((product) => {
          const link = links.get(product.id);
          if (!link) return [];
          return [
            {
              product,
              phrases: phrasesOf(link),
              pictures: visible(around.pictures(link.pictureIds)),
              uses: usesOf(link, thisWeek),
            },
          ];
        }),
        proposed: asked.flatMap(({ id, uses }) => {
          const [product] = store.rows([id]);
          return product ? [{ product, uses }] : [];
        }),
      };
    },
    "products.feature": ({ id, shop }) => {
      const week = weekOf(around.now()).name;
      const product = id === null ? null : store.get(id);
      if (product && product.trashedAt !== null)
        throw new AppError("product_trashed", { name: product.name });
      const label = product ? `${week} ${product.name}` : week;
      const { historyId } = announce(
        "featured",
        featured.choose(week, product?.shop ?? shop, id, label),
      );
      return { historyId };
    },
    "products.plan": (request) => importer.plan(request),
    "products.import": async (request) => {
      const result = await importer.apply(request);
      if (result.historyId !== null) around.changed("import", { step: result.historyId });
      return result;
    },
  };

  // Asked at every search: worked out anew only when something changed, or the week did.
  let known = { revision: -1, start: 0, end: 0, byShop: new Map<string | null, string[]>() };
  function featuredPhraseIds(now: number, shop: string | null): string[] {
    const revision = around.revision();
    if (known.revision !== revision || now < known.start || now >= known.end)
      known = { revision, ...weekOf(now), byShop: new Map() };
    const before = known.byShop.get(shop);
    if (before) return before;
    const linked = chosenFor(weekOf(now).name, shop).flatMap(
      (id) => store.find(id)?.questions ?? [],
    );
    const ids = [
      ...new Set(linked.flatMap(({ phraseId }) => (phraseId === null ? [] : [phraseId]))),
    ];
    known.byShop.set(shop, ids);
    return ids;
  }

  return { handlers, featuredPhraseIds };
}
