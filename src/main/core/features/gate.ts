import { type GateKind, gateKind } from "../../../shared/contract/gate.ts";
import type { Phrase } from "../../../shared/contract/phrases.ts";
import { readBundled } from "../../modules/gate/bundled.ts";
import { createGate } from "../../modules/gate/gate.ts";
import { gateHandlers } from "../../modules/gate/handlers.ts";
import { createGateStore, GATE_CHOICE, GATE_WORD } from "../../modules/gate/store.ts";
import { checkPhrase, type GatedPhrase } from "../../modules/gate/sweep.ts";
import type { Touched } from "../../modules/phrases/handlers.ts";
import { textsOf } from "../../../shared/rules/texts.ts";
import type { PhraseStore } from "../../modules/phrases/store.ts";
import { readTable } from "../../modules/transfer/readTable.ts";
import type { Foundation } from "../foundation.ts";

interface Needs {
  readonly phrases: PhraseStore;
  /** The one way a change is told: the library's, which tells all others. */
  changed(reason: string, touched: Touched): void;
  /** Reads a bundled list. */
  readonly words: (kind: GateKind) => unknown;
}

export type GateFeature = ReturnType<typeof gateFeature>;

const gated = (phrase: Phrase): GatedPhrase => ({
  id: phrase.id,
  title: phrase.title,
  shop: phrase.shop,
  texts: textsOf(phrase),
});

/** Compiling the lists holds up everything else for some 150 ms: not while windows come up, milliseconds. */
const WARM_AFTER = 3_000;

/** Words that should not be sent, and scripts too long for a bubble. */
export function gateFeature(base: Foundation, { phrases, changed, words }: Needs) {
  const { history } = phrases;
  const store = createGateStore(base.database, history, base.now);
  const gate = createGate({
    store,
    bundled: () => readBundled(gateKind.options.map(words)),
    limit: () => base.ports.settings.get().bubbleLimit,
  });

  let warming: NodeJS.Timeout | undefined;

  function* live(): Generator<GatedPhrase> {
    for (const phrase of phrases.live()) yield gated(phrase);
  }
  function phrase(id: string): GatedPhrase | null {
    const found = phrases.find(id);
    return found && found.trashedAt === null ? gated(found) : null;
  }

  return {
    handlers: gateHandlers({
      gate,
      store,
      phrase,
      phrases: live,
      count: phrases.count,
      touchedBy: (step) => history.touched(step, "phrase"),
      readTable: (path, name) => readTable({ path, name }),
      files: base.files,
      deliver: base.deliver,
      now: base.now,
      emit: base.emit,
      changed: (step) => changed("gate", { step }),
    }),

    /** Words in a text that should not be sent, in order of place; synchronous, microseconds. */
    check: gate.check,
    /** A text with its findings and how long it is for a bubble. */
    mark: gate.mark,
    renameShop: store.renameShop,
    /** What is wrong with a phrase as it would be saved; null when nothing is. */
    checkPhrase: (each: Phrase) => checkPhrase(gate, gated(each)),

    /** To be told of every change: an undo or another program may have changed the lists. */
    follow(touched: Touched): void {
      if (touched === "nothing") return;
      const ours =
        touched === "everything" ||
        [GATE_WORD, GATE_CHOICE].some((entity) => history.touched(touched.step, entity).length > 0);
      if (ours) gate.renew();
    },
    /** Makes the lists ready a moment after the windows have come up. */
    start(): void {
      warming = setTimeout(() => {
        try {
          gate.warm();
        } catch (error) {
          base.tell(error);
        }
      }, WARM_AFTER).unref();
    },
    close: (): void => clearTimeout(warming),
  };
}
