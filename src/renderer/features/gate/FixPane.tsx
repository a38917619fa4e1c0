import { CloseOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { textsOf } from "../../../shared/rules/texts.ts";
import type { Phrase, Segment } from "../../../shared/contract/phrases.ts";
import { call } from "../../api/client.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { CheckedArea } from "../../ui/Findings.tsx";
import { useFindings } from "../../ui/useFindings.ts";
import { isComposing, keyName, useKeys } from "../../ui/keys.ts";
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
  return <Fix key={phrase.data.changedAt} phrase={phrase.data} onClose={onClose} />;
}

/** The segments with other texts; a text that was emptied goes. */
function withTexts(segments: readonly Segment[], texts: readonly string[]): Segment[] {
  const left = [...texts];
  return segments.flatMap((each): Segment[] => {
    if (each.kind !== "text") return [each];
    const text = left.shift() ?? "";
    return text.trim() === "" ? [] : [{ kind: "text", text }];
  });
}

function Fix({ phrase, onClose }: { phrase: Phrase; onClose: () => void }) {
  const { t } = useTranslation();
  const undo = useUndo();
  const save = useAct("phrases.update");
  const { id, title, shop, segments } = phrase;
  const stored = textsOf(phrase);
  const [texts, setTexts] = useState(stored);
  const changed = texts.some((text, place) => text !== stored[place]);
  const empty = texts.every((text) => text.trim() === "");

  const keep = (): void => {
    if (!changed || empty || save.isPending) return;
    const changes =
      segments.length === 0 ? { body: texts[0]! } : { segments: withTexts(segments, texts) };
    save.mutate(
      { id, changes },
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
        {texts.map((text, place) => (
          <FixText
            // The texts of a phrase keep their places here.
            // oxlint-disable-next-line react/no-array-index-key
            key={place}
            label={
              texts.length === 1
                ? t("gate.sweep.onlyText")
                : t("gate.sweep.text", { place: place + 1 })
            }
            text={text}
            shop={shop}
            onText={(next) => setTexts(texts.map((each, index) => (index === place ? next : each)))}
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
}

function FixText({ label, text, shop, onText }: FixTextProps) {
  return (
    <div className="word-field">
      <span aria-hidden>{label}</span>
      <CheckedArea label={label} text={text} checked={useFindings(text, shop)} onText={onText} />
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
