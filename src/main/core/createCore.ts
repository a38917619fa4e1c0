import type { PreparedName } from "../../shared/contract/campaigns.ts";
import type { GateKind } from "../../shared/contract/gate.ts";
import type { Badge } from "../../shared/contract/search.ts";
import { asAppError } from "../database/failures.ts";
import { databaseFile } from "../database/open.ts";
import type { Offers } from "../modules/search/handlers.ts";
import { settingsHandlers } from "../modules/settings/handlers.ts";
import type { TransferRunner } from "../modules/transfer/handlers.ts";
import type { Ports } from "../ports/ports.ts";
import { answersFeature } from "./features/answers.ts";
import { campaignsFeature } from "./features/campaigns.ts";
import { careFeature } from "./features/care.ts";
import { casePromises, movedIn } from "./features/casePromises.ts";
import { complaintsFeature } from "./features/complaints.ts";
import { closingFeature } from "./features/closing.ts";
import { customersFeature } from "./features/customers.ts";
import { deskFeature } from "./features/desk.ts";
import { feedbackFeature } from "./features/feedback.ts";
import { gateFeature } from "./features/gate.ts";
import { goodsFeature } from "./features/goods.ts";
import { libraryFeature } from "./features/library.ts";
import { priceFeature, priceTag } from "./features/price.ts";
import { promisesFeature } from "./features/promises.ts";
import { reportsFeature } from "./features/reports.ts";
import { shopsFeature } from "./features/shops.ts";
import { statisticsFeature } from "./features/statistics.ts";
import { templatesFeature } from "./features/templates.ts";
import { todayFeature } from "./features/today.ts";
import { urgingFeature } from "./features/urging.ts";
import { transferFeature } from "./features/transfer.ts";
import { wordingsFeature } from "./features/wordings.ts";
import { layFoundation } from "./foundation.ts";
import { preparation } from "./preparation.ts";
import { createRouter } from "./router.ts";
import type { Core } from "./types.ts";
import { watchDatabase } from "./watch.ts";

export interface CoreOptions {
  readonly dataFolder: string;
  readonly ports: Ports;
  readonly shell: "electron" | "browser" | "cli";
  readonly version: string;
  /** A folder of this run for exports that a page fetches; whoever made it removes it. */
  readonly temporary: string;
  /** Reads the starter library's file. */
  readonly starter: () => unknown;
  /** Reads a file of prepared sets. */
  readonly prepared: (name: PreparedName) => unknown;
  /** Reads a list of words that should not be sent. */
  readonly words: (kind: GateKind) => unknown;
  /** Reads the list of wordings too blunt for a buyer who has not paid. */
  readonly blunt: () => unknown;
  /** Runs imports and exports, in another thread where there is one. */
  readonly transfer: TransferRunner;
}

/**
 * Puts the program together, feature by feature; each has its file in `features/`, what it needs of others is handed in.
 * @throws AppError when the library cannot be opened (see `openDatabase`).
 */
export async function createCore(options: CoreOptions): Promise<Core> {
  const { dataFolder, ports, shell, version } = options;
  const base = layFoundation(dataFolder, options.temporary, ports);

  /** What comes first now, and what is not offered: emergencies before campaigns before the product of the week. */
  const offers = (shop: string | null): Offers => {
    const { first, hidden } = campaigns.offers(shop);
    const all = new Map<string, Badge>(first);
    for (const id of goods.featuredPhraseIds(base.now(), shop))
      if (!all.has(id)) all.set(id, "featured");
    return { first: all, hidden };
  };
  // The library and the desk need each other: what is handed in here runs only once both stand.
  const library = libraryFeature(base, {
    claimHotkey: (...claim) => desk.claimHotkey(...claim),
    announceHotkeys: () => desk.announceHotkeys(),
    offers,
    followed: (touched) => {
      goods.follow(touched);
      answers.follow(touched);
      shops.follow(touched);
      gate.follow(touched);
      templates.follow(touched);
    },
    counted: (...use) => answers.used(...use),
    takeBackElsewhere: (historyId) => transfer.takeBack(historyId),
    starter: options.starter,
  });
  const { store } = library;
  const gate = gateFeature(base, {
    phrases: store,
    changed: library.changed,
    words: options.words,
  });
  const campaigns = campaignsFeature(base, {
    shell,
    store,
    changed: library.changed,
    prepared: options.prepared,
  });
  const shops = shopsFeature(base, {
    library,
    renameInWords: (...rename) => gate.renameShop(...rename),
    renamed: (before, after) => {
      desk.shopRenamed(before, after);
      customers.shopRenamed(before, after);
    },
  });
  const customers = customersFeature(base, { shops: shops.store.names });
  const templates = templatesFeature(base, {
    library,
    customers,
    shops,
    price: priceTag(() => ports.settings.get().locale ?? "zh-CN"),
  });
  const promises = promisesFeature(base, {
    shell,
    customer: customers.store.current,
    followed(row, reason) {
      const moved = movedIn(row, reason, (id) => promises.store.find(id) !== null);
      if (moved) complaints.followPromise(moved);
    },
  });
  const answers = answersFeature(base, { store, changed: library.changed, offers });
  const urging = urgingFeature(base, {
    phrases: store,
    customers,
    hidden: (shop) => offers(shop).hidden,
    blunt: options.blunt,
  });
  const closing = closingFeature({
    phrases: store,
    customers,
    hidden: (shop) => offers(shop).hidden,
    paid(order) {
      const found = urging.store.find(order);
      return found ? found.paidAt !== null : null;
    },
  });
  const feedback = feedbackFeature(base, { customers });
  const desk = deskFeature(base, {
    phrase: store.get,
    owners: () => [
      ...store.withHotkey().map((each) => ({ kind: "phrase" as const, ...each })),
      ...goods.withHotkey().map((each) => ({ kind: "picture" as const, ...each })),
    ],
    used: library.used,
    servedShop: (phraseId) =>
      templates.servedShop(phraseId === null ? "" : (store.find(phraseId)?.shop ?? "")),
    withCode: (code) => store.withCode(code, ports.settings.get().shop),
    ...preparation({
      now: base.now,
      phrase: store.get,
      fillIn: templates.prepareTexts,
      findings: (text, shop) => gate.check(text, { shop }),
      stop: ({ id, title, shop }) =>
        campaigns.stop({
          ...{ id, title },
          shop: customers.store.current()?.shop || shop || ports.settings.get().shop,
        }),
      repeats: templates.repeats,
      picture: (id) => goods.forPasting(id),
      pictureUsed: (id) => goods.pictureUsed(id),
      promised: promises.promised,
      shop: templates.servedShop,
      urging: urging.look,
    }),
  });
  const goods = goodsFeature(base, {
    phrases: store,
    claimHotkey: desk.claimHotkey,
    changed: library.changed,
    phraseUsesSince: desk.usesSince,
  });
  const statistics = statisticsFeature(base, { store, offers, changed: library.changed });
  const wordings = wordingsFeature(base, { store, answers, changed: library.changed });
  const watch = watchDatabase(base, () => {
    // A backup may have been put back from the command line.
    base.journal.catchUp();
    library.changed("elsewhere", "everything");
    promises.elsewhere();
    base.emit("complaints.changed", { id: null });
  });
  const transfer = transferFeature(base, {
    runner: options.transfer,
    watch,
    changed: library.changed,
  });
  const complaints = complaintsFeature(base, {
    ...casePromises(promises),
    undone: promises.elsewhere,
  });
  const price = priceFeature(base, { history: store.history, changed: library.changed });
  const care = careFeature(base, {
    shell,
    version,
    phrases: store.count,
    indexReady: () => library.keeper.current,
    canPaste: desk.canPaste,
    changed: () => {
      base.journal.catchUp();
      promises.elsewhere();
      base.emit("complaints.changed", { id: null });
      library.changed("restore", "everything");
    },
    fileProblems: async (locale) => [
      ...(await goods.problems(locale)),
      ...(await complaints.problems(locale)),
    ],
  });

  const today = todayFeature(base, {
    promises: promises.handlers,
    products: goods.handlers,
    campaigns: campaigns.handlers,
    urging: urging.store,
    phrases: store.count,
  });
  const reports = reportsFeature(base, {
    statistics: statistics.handlers,
    urging: urging.store,
    feedback: feedback.store,
  });

  // Every follower stands: what a restore left behind is made anew before anything is asked.
  try {
    base.journal.catchUp();
  } catch (error) {
    throw asAppError(error, databaseFile(dataFolder));
  }

  const call = createRouter(
    {
      ...library.handlers,
      ...desk.handlers,
      ...goods.handlers,
      ...transfer.handlers,
      ...price.handlers,
      ...gate.handlers,
      ...settingsHandlers(ports.settings, base.emit),
      ...care.handlers,
      ...campaigns.handlers,
      ...customers.handlers,
      ...templates.handlers,
      ...shops.handlers,
      ...answers.handlers,
      ...wordings.handlers,
      ...statistics.handlers,
      ...complaints.handlers,
      ...promises.handlers,
      ...today.handlers,
      ...reports.handlers,
      ...urging.handlers,
      ...closing.handlers,
      ...feedback.handlers,
    },
    databaseFile(dataFolder),
  );

  // Off the start-up path: windows come up first.
  setImmediate(() => {
    if (!base.isOpen()) return;
    // One after the other: what is typed is looked for first.
    void library.keeper
      .rebuild()
      .then(() => (base.isOpen() ? answers.keeper.rebuild() : undefined));
    goods.rebuild();
    desk.start();
    campaigns.start();
    promises.start();
    complaints.start();
    // The command line is gone again in a moment.
    if (shell !== "cli") gate.start();
  });

  return {
    call,
    subscribe: base.subscribe,
    offerFile: base.files.offer,
    takeDownload: base.files.peek,
    takePicture: async (id, thumb) =>
      (await goods.takePicture(id, thumb)) ?? complaints.picture(id),
    async close() {
      base.close();
      watch.close();
      care.close();
      campaigns.close();
      promises.close();
      gate.close();
      customers.close();
      library.keeper.close();
      answers.close();
      goods.close();
      await desk.close();
      base.later.close();
      base.database.close();
    },
  };
}
