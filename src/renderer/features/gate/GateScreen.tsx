import { Segmented, Splitter } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { GateSeverity, GateWord } from "../../../shared/contract/gate.ts";
import { useAct } from "../../api/hooks.ts";
import { useStored } from "../../ui/stored.ts";
import { useUndo } from "../../ui/Undo.tsx";
import { BundledPane } from "./BundledPane.tsx";
import { FixPane } from "./FixPane.tsx";
import { SweepView } from "./SweepView.tsx";
import { TryBox } from "./TryBox.tsx";
import { EVERY_WORD, type WordFilter } from "./useWordWindow.ts";
import { draftOf, type WordDraft } from "./wordDraft.ts";
import { WordEditor } from "./WordEditor.tsx";
import { WordsView } from "./WordsView.tsx";
import "./gate.css";

/** What is open beside the list: an entry, or one being newly written. */
type Open =
  | { readonly what: "word"; readonly word: GateWord }
  | { readonly what: "new"; readonly fresh: Partial<WordDraft> }
  | null;

/** Words that should not be sent, a box to try them, and the whole library looked through. */
export function GateScreen() {
  const { t } = useTranslation();
  const undo = useUndo();
  const choose = useAct("gate.choose");
  const remove = useAct("gate.remove");
  const [view, setView] = useStored<"words" | "sweep">("gate.view", "words");
  const [width, setWidth] = useStored("gate.pane", 420);
  const [filter, setFilter] = useState<WordFilter>(EVERY_WORD);
  const [at, setAt] = useState(-1);
  const [open, setOpen] = useState<Open>(null);
  const [phraseId, setPhraseId] = useState<string | null>(null);

  const close = (): void => {
    setOpen(null);
    setPhraseId(null);
  };
  /** The list may show other rows now: none of them is chosen. */
  const filterBy = (next: WordFilter): void => {
    setFilter(next);
    setAt(-1);
  };
  /** What was changed is shown as it is now. */
  const follow = (word: GateWord): void =>
    setOpen((now) =>
      now?.what === "word" && now.word.id === word.id ? { what: "word", word } : now,
    );

  const setChoice = (
    word: GateWord,
    choice: { enabled?: boolean; severity?: GateSeverity | null },
    said: (now: GateWord) => string,
  ): void =>
    choose.mutate(
      { id: word.id, ...choice },
      {
        onSuccess: ({ word: now, historyId }) => {
          follow(now);
          undo.offer({ historyId, sentence: said(now), onUndone: () => follow(word) });
        },
      },
    );
  const toggle = (word: GateWord): void =>
    setChoice(word, { enabled: !word.enabled }, (now) =>
      t(now.enabled ? "gate.editor.switchedOn" : "gate.editor.switchedOff", { word: now.word }),
    );
  const weigh = (word: GateWord, severity: GateSeverity | null): void =>
    setChoice(word, { severity }, (now) =>
      t("gate.editor.weighed", {
        word: now.word,
        severity: t(`gate.severities.${now.severity}`),
      }),
    );
  const takeAway = (word: GateWord): void => {
    if (word.source === "bundled") return;
    remove.mutate(
      { ids: [word.id] },
      {
        onSuccess: ({ historyId }) => {
          if (open?.what === "word" && open.word.id === word.id) setOpen(null);
          undo.offer({ historyId, sentence: t("gate.list.removed", { word: word.word }) });
        },
      },
    );
  };
  const write = (fresh: Partial<WordDraft> = {}): void =>
    setOpen({
      what: "new",
      fresh: {
        ...(filter.kind ? { kind: filter.kind } : {}),
        ...(filter.source === "team" ? { source: "team" } : {}),
        ...fresh,
      },
    });

  const pane = (): React.ReactNode => {
    if (view === "sweep")
      return phraseId ? (
        <FixPane key={phraseId} id={phraseId} onClose={close} />
      ) : (
        <p className="gate-hint">{t("gate.sweep.choose")}</p>
      );
    if (open?.what === "word" && open.word.source === "bundled") {
      const { word } = open;
      return (
        <BundledPane
          word={word}
          onToggle={() => toggle(word)}
          onWeigh={(severity) => weigh(word, severity)}
          onCopy={() => write({ ...draftOf(word), source: "mine" })}
          onClose={close}
        />
      );
    }
    if (open)
      return (
        <WordEditor
          key={open.what === "word" ? open.word.id : JSON.stringify(open.fresh)}
          word={open.what === "word" ? open.word : null}
          fresh={open.what === "new" ? open.fresh : {}}
          onSaved={(word) => setOpen({ what: "word", word })}
          onRemove={takeAway}
          onClose={close}
        />
      );
    return null;
  };
  const shown = pane();

  return (
    <div className="gate">
      <div className="gate-views">
        <Segmented
          aria-label={t("gate.views.label")}
          value={view}
          options={(["words", "sweep"] as const).map((value) => ({
            value,
            label: t(`gate.views.${value}`),
          }))}
          onChange={setView}
        />
      </div>
      <Splitter onResizeEnd={(sizes) => sizes[1] !== undefined && setWidth(sizes[1])}>
        <Splitter.Panel min={420} className="gate-main">
          {view === "words" ? (
            <WordsView
              filter={filter}
              at={at}
              onFilter={filterBy}
              onAt={setAt}
              onOpen={(word) => setOpen({ what: "word", word })}
              onNew={() => write()}
              onToggle={toggle}
              onRemove={takeAway}
            />
          ) : (
            <SweepView chosen={phraseId} onChoose={setPhraseId} />
          )}
        </Splitter.Panel>
        <Splitter.Panel defaultSize={width} min={340} max={760} className="gate-side">
          {shown && <div className="gate-side-pane">{shown}</div>}
          {view === "words" && <TryBox />}
        </Splitter.Panel>
      </Splitter>
    </div>
  );
}
