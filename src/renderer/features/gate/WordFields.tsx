import { Checkbox, Input, Radio, Segmented, Select } from "antd";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { GATE_LIMITS, gateKind, gateSeverity, ownSource } from "../../../shared/contract/gate.ts";
import { useCall } from "../../api/hooks.ts";
import { problemOf, tidyItems, type WordDraft, withLeaveOut } from "./wordDraft.ts";

interface WordFieldsProps {
  readonly draft: WordDraft;
  /** True once somebody wanted to save: what is missing is then said. */
  readonly tried: boolean;
  readonly onDraft: (draft: WordDraft) => void;
}

/** Where several items are typed in a row. */
const SEPARATORS = [",", "，", "、", ";", "；", "|"];

/** The fields of one's own entry. */
export function WordFields({ draft, tried, onDraft }: WordFieldsProps) {
  const { t } = useTranslation();
  const shops = useCall("phrases.shops", {}).data ?? [];
  const change = (part: Partial<WordDraft>): void => onDraft({ ...draft, ...part });
  const problem = problemOf(draft);
  const wrong = problem !== null && (tried || problem === "wordSigns");
  const tags = (
    name: "also" | "exceptions" | "shops",
    limit: number,
    longest: number,
    options: readonly string[] = [],
  ) => ({
    mode: "tags" as const,
    className: "wide",
    value: draft[name],
    maxCount: limit,
    tokenSeparators: SEPARATORS,
    // Nothing is offered but shops: an empty list would only be in the way.
    ...(options.length === 0 ? { open: false, suffixIcon: null } : {}),
    options: options.map((value) => ({ value })),
    onChange: (items: string[]) => change({ [name]: tidyItems(items, longest) }),
  });

  return (
    <div className="word-fields">
      <Field label={t("gate.editor.word")} words={t("gate.editor.wordWords")}>
        {(id) => (
          <>
            <Input
              id={id}
              data-first
              value={draft.word}
              maxLength={GATE_LIMITS.word}
              {...(wrong ? { status: "error" as const, "aria-invalid": true } : {})}
              onChange={(event) => change({ word: event.target.value })}
            />
            {wrong && <p className="gate-wrong">{t(`gate.editor.${problem}`)}</p>}
          </>
        )}
      </Field>
      <div className="word-pair">
        <Field label={t("gate.editor.kind")}>
          {(id) => (
            <Select
              id={id}
              className="wide"
              value={draft.kind}
              options={gateKind.options.map((value) => ({
                value,
                label: t(`gate.kinds.${value}`),
              }))}
              onChange={(kind) => change({ kind })}
            />
          )}
        </Field>
        <Field label={t("gate.editor.severity")} words={t(`gate.severityWords.${draft.severity}`)}>
          {(id) => (
            <Segmented
              id={id}
              aria-label={t("gate.editor.severity")}
              value={draft.severity}
              options={gateSeverity.options.map((value) => ({
                value,
                label: t(`gate.severities.${value}`),
              }))}
              onChange={(severity) => change({ severity })}
            />
          )}
        </Field>
      </div>
      <Field label={t("gate.editor.replacements")} words={t("gate.editor.replacementsWords")}>
        {(id) => (
          <>
            <Select
              {...tags("also", GATE_LIMITS.replacements, GATE_LIMITS.replacement)}
              id={id}
              value={draft.replacements.filter((each) => each !== "")}
              onChange={(items: string[]) =>
                change({
                  replacements: withLeaveOut(
                    tidyItems(items, GATE_LIMITS.replacement),
                    draft.replacements.includes(""),
                  ),
                })
              }
            />
            <Checkbox
              checked={draft.replacements.includes("")}
              onChange={(event) =>
                change({ replacements: withLeaveOut(draft.replacements, event.target.checked) })
              }
            >
              {t("gate.editor.leaveOut")}
            </Checkbox>
          </>
        )}
      </Field>
      <Field label={t("gate.editor.exceptions")} words={t("gate.editor.exceptionsWords")}>
        {(id) => (
          <Select {...tags("exceptions", GATE_LIMITS.exceptions, GATE_LIMITS.word)} id={id} />
        )}
      </Field>
      <Field label={t("gate.editor.also")} words={t("gate.editor.alsoWords")}>
        {(id) => <Select {...tags("also", GATE_LIMITS.also, GATE_LIMITS.word)} id={id} />}
      </Field>
      <Checkbox checked={draft.whole} onChange={(event) => change({ whole: event.target.checked })}>
        {t("gate.editor.whole")}
        <small className="gate-soft">{t("gate.editor.wholeWords")}</small>
      </Checkbox>
      <Field label={t("gate.editor.shops")}>
        {(id) => (
          <Select
            {...tags("shops", GATE_LIMITS.shops, GATE_LIMITS.shop, shops)}
            id={id}
            placeholder={t("gate.editor.everyShop")}
          />
        )}
      </Field>
      <Field label={t("gate.editor.source")} words={t("gate.editor.sourceWords")}>
        {() => (
          <Radio.Group
            aria-label={t("gate.editor.source")}
            value={draft.source}
            options={ownSource.options
              .toReversed()
              .map((value) => ({ value, label: t(`gate.sources.${value}`) }))}
            onChange={(event) => change({ source: event.target.value })}
          />
        )}
      </Field>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly words?: string;
  readonly children: (id: string) => ReactNode;
}

/** A label over its field, and what one should know under it. */
function Field({ label, words, children }: FieldProps) {
  const id = useId();
  return (
    <div className="word-field">
      <label htmlFor={id}>{label}</label>
      {children(id)}
      {words && <small className="gate-soft">{words}</small>}
    </div>
  );
}
