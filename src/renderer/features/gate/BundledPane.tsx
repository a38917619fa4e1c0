import { CloseOutlined } from "@ant-design/icons";
import { Button, Segmented, Switch, Tag } from "antd";
import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import { type GateWord, gateSeverity, type GateSeverity } from "../../../shared/contract/gate.ts";
import { isComposing } from "../../ui/keys.ts";

interface BundledPaneProps {
  readonly word: GateWord;
  readonly onToggle: () => void;
  /** Null: as the list has it. */
  readonly onWeigh: (severity: GateSeverity | null) => void;
  readonly onCopy: () => void;
  readonly onClose: () => void;
}

/** An entry that came with the program: what it does, and how it counts for this person. */
export function BundledPane({ word, onToggle, onWeigh, onCopy, onClose }: BundledPaneProps) {
  const { t } = useTranslation();
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || isComposing(event.nativeEvent)) return;
    event.preventDefault();
    onClose();
  };
  const more = word.spellings - word.also.length;
  return (
    <section className="gate-pane" aria-label={t("gate.editor.bundled")} onKeyDown={pressed}>
      <header className="gate-pane-head">
        <h2>{word.word}</h2>
        <Tag>{t("gate.sources.bundled")}</Tag>
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
        <dl className="word-facts">
          <dt>{t("gate.editor.enabled")}</dt>
          <dd>
            <Switch
              checked={word.enabled}
              aria-label={t("gate.editor.enabled")}
              onChange={onToggle}
            />
          </dd>
          <dt>{t("gate.editor.severity")}</dt>
          <dd>
            <Segmented
              aria-label={t("gate.editor.severity")}
              value={word.severity}
              options={gateSeverity.options.map((value) => ({
                value,
                label: t(`gate.severities.${value}`),
              }))}
              onChange={onWeigh}
            />{" "}
            <span className="gate-soft">{t(`gate.severityWords.${word.severity}`)}</span>
            {word.listed && (
              <p className="gate-soft">
                {t("gate.editor.listed", { severity: t(`gate.severities.${word.listed}`) })}
                <Button type="link" size="small" onClick={() => onWeigh(null)}>
                  {t("gate.editor.asListed")}
                </Button>
              </p>
            )}
          </dd>
          <dt>{t("gate.editor.kind")}</dt>
          <dd>{t(`gate.kinds.${word.kind}`)}</dd>
          {word.replacements.length > 0 && (
            <>
              <dt>{t("gate.editor.replacements")}</dt>
              <dd className="word-items">
                {word.replacements.map((each) => (
                  <Tag key={each}>{each === "" ? t("gate.list.leaveOut") : each}</Tag>
                ))}
              </dd>
            </>
          )}
          {word.spellings > 0 && (
            <>
              <dt>{t("gate.editor.also")}</dt>
              <dd className="word-items">
                {word.also.map((each) => (
                  <Tag key={each}>{each}</Tag>
                ))}
                {more > 0 && (
                  <span className="gate-soft">{t("gate.editor.spellings", { count: more })}</span>
                )}
              </dd>
            </>
          )}
          {word.exceptions.length > 0 && (
            <>
              <dt>{t("gate.editor.exceptions")}</dt>
              <dd className="word-items">
                {word.exceptions.map((each) => (
                  <Tag key={each}>{each}</Tag>
                ))}
                {word.exceptionCount > word.exceptions.length && (
                  <span className="gate-soft">
                    {t("gate.editor.moreExceptions", { count: word.exceptionCount })}
                  </span>
                )}
              </dd>
            </>
          )}
        </dl>
      </div>
      <footer className="gate-pane-foot">
        <Button onClick={onCopy}>{t("gate.editor.copy")}</Button>
      </footer>
    </section>
  );
}
