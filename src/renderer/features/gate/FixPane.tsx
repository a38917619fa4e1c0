import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { textsOf } from "../../../shared/rules/texts.ts";
import { PHRASE_LIMITS, type Phrase, type Segment } from "../../../shared/contract/phrases.ts";
import { call } from "../../api/client.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { CheckedArea } from "../../ui/Findings.tsx";
import { useFindings } from "../../ui/useFindings.ts";
import { isComposing, isUndoKey, keyName, useKeys } from "../../ui/keys.ts";
import { fieldsOf, piecesOf } from "../../ui/segments.ts";
import { SplitNote } from "../../ui/SplitNote.tsx";
import { useSplit } from "../../ui/useSplit.ts";
import { EmptyState } from "../../ui/States.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import { noteMended } from "./useSweep.ts";

interface FixPaneProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** A phrase with something in it, to be changed on the spot. */
export function FixPane({ id, onClose }: FixPaneProps) {
  const { t } = useTranslation();
  const phrase = useCall("phrases.get", { id });
  if (phrase.isError || (phrase.data && phrase.data.trashedAt !== null))
    return (
      <section className="gate-pane">
        <EmptyState
          sentence={t("gate.sweep.gone")}
          action={<Button onClick={onClose}>{t("gate.editor.close")}</Button>}
        />
      </section>
    );
  if (!phrase.data) return <section className="gate-pane" />;
  return <Fix key={id} phrase={phrase.data} onClose={onClose} />;
}

function Fix({ phrase, onClose }: { phrase: Phrase; onClose: () => void }) {
  const { t } = useTranslation();
  const undo = useUndo();
  const save = useAct("phrases.update");
  const { id, title, shop } = phrase;
  const stored = piecesOf(phrase);
  const [pieces, setPieces] = useState<readonly Segment[]>(stored);
  const asStored = JSON.stringify(stored);
  const [base, setBase] = useState(asStored);
  // A text that was emptied goes.
  const kept = pieces.filter((piece) => piece.kind === "picture" || piece.text.trim() !== "");
  const asWritten = JSON.stringify(kept);
  // Saved, undone or changed elsewhere: what was typed and not saved stays, the rest shows what is stored now.
  if (base !== asStored) {
    setBase(asStored);
    if (asWritten === base || asWritten === asStored) setPieces(stored);
  }
  const split = useSplit(pieces, setPieces);
  const texts = pieces.flatMap((piece, at) => (piece.kind === "text" ? [{ at, ...piece }] : []));
  const changed = JSON.stringify(pieces) !== asStored && asWritten !== asStored;
  const empty = texts.every(({ text }) => text.trim() === "");
  const full = texts.length >= PHRASE_LIMITS.textSegments;

  const keep = (): void => {
    if (!changed || empty || save.isPending) return;
    save.mutate(
      { id, changes: fieldsOf(kept) },
      {
        onSuccess: ({ historyId }) => {
          undo.offer({
            historyId,
            sentence: t("gate.sweep.saved", { title }),
            onUndone: () => void lookAgain(id),
          });
          void lookAgain(id);
        },
      },
    );
  };
  useKeys(t("gate.sweep.fix"), [
    { keys: "mod+s", words: t("gate.sweep.save"), run: keep },
    { keys: "esc", words: t("gate.editor.close") },
  ]);
  const pressed = (event: KeyboardEvent): void => {
    if (isUndoKey(event) && split.made !== null) {
      event.preventDefault();
      event.stopPropagation();
      split.takeBack();
      return;
    }
    if (event.key !== "Escape" || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    onClose();
  };

  return (
    <section className="gate-pane" aria-label={t("gate.sweep.fix")} onKeyDown={pressed}>
      <header className="gate-pane-head">
        <h2 title={title}>{title}</h2>
        {shop !== "" && <span className="gate-soft">{shop}</span>}
        <span className="gate-gap" />
        <Button
          type="text"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t("gate.editor.close")}
          title={`${t("gate.editor.close")} (Esc)`}
          onClick={onClose}
        />
      </header>
      <div className="gate-pane-scroll">
        <SplitNote split={split} />
        {texts.map(({ at, text }, place) => (
          <FixText
            key={at}
            label={
              texts.length === 1
                ? t("gate.sweep.onlyText")
                : t("gate.sweep.text", { place: place + 1 })
            }
            text={text}
            shop={shop}
            onText={(next) => setPieces(pieces.with(at, { kind: "text", text: next }))}
            onSplit={full ? null : (limit) => split.split(at, limit)}
          />
        ))}
      </div>
      <footer className="gate-pane-foot">
        <Button
          type="primary"
          disabled={!changed || empty}
          loading={save.isPending}
          title={keyName("mod+s")}
          onClick={keep}
        >
          {t("gate.sweep.save")}
        </Button>
        <Button href={`#/phrases?id=${id}`}>{t("gate.sweep.open")}</Button>
      </footer>
    </section>
  );
}

interface FixTextProps {
  readonly label: string;
  readonly text: string;
  readonly shop: string;
  readonly onText: (text: string) => void;
  readonly onSplit: ((limit: number) => void) | null;
}

function FixText({ label, text, shop, onText, onSplit }: FixTextProps) {
  return (
    <div className="word-field">
      <span aria-hidden>{label}</span>
      <CheckedArea
        label={label}
        text={text}
        checked={useFindings(text, shop)}
        onText={onText}
        onSplit={onSplit}
      />
    </div>
  );
}

/** Asks how a phrase stands now. */
async function lookAgain(id: string): Promise<void> {
  const phrase = await call("phrases.get", { id });
  const texts = await Promise.all(
    textsOf(phrase).map(async (text) => ({
      text,
      ...(await call("gate.check", { text, shop: phrase.shop })),
    })),
  );
  const marked = texts.filter(({ findings, bubble }) => findings.length > 0 || bubble.over);
  const findings = marked.flatMap((each) => each.findings);
  const severity = findings.some((each) => each.severity === "block")
    ? "block"
    : findings.length > 0
      ? "warn"
      : null;
  noteMended(
    id,
    marked.length === 0
      ? null
      : {
          id,
          title: phrase.title,
          shop: phrase.shop,
          texts: marked,
          severity,
          long: marked.some(({ bubble }) => bubble.over),
        },
  );
}
