import { Button } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "../../../shared/contract/settings.ts";
import type { TemplateName, TemplateProblem } from "../../../shared/contract/templates.ts";
import { useCall } from "../../api/hooks.ts";
import { sentence } from "../../i18n/i18n.ts";
import { useSettled } from "../settled.ts";
import { useStored } from "../stored.ts";
import { InsertMenu } from "./InsertMenu.tsx";
import { carryOver, hasBraces } from "./problems.ts";
import { type AreaProps, fieldOf, TemplateArea } from "./TemplateArea.tsx";
import { TemplatePreview } from "./TemplatePreview.tsx";
import "./template.css";

/** A text is looked at again once typing has paused for so long, milliseconds. */
const SETTLE_MS = 250;
/** More sentences than this help nobody. */
const SAID = 5;

interface TemplateFieldProps extends AreaProps {
  /** All texts of the phrase, which know one another's questions; left out: this one alone. */
  readonly texts?: readonly string[];
  /** Which of them this is. */
  readonly index?: number;
}

/** Puts words where the cursor is, or over a range, so that the field's own undo knows of it. */
function type(field: HTMLTextAreaElement, words: string, range?: [number, number]): number {
  field.focus();
  if (range) field.setSelectionRange(...range);
  const start = field.selectionStart;
  // The one way to write into a field that its Ctrl+Z takes back; not there outside of Chromium.
  if (!document.execCommand("insertText", false, words)) {
    field.setRangeText(words, field.selectionStart, field.selectionEnd, "end");
    field.dispatchEvent(new Event("input", { bubbles: true }));
  }
  return start;
}

/** A phrase's text with everything that can be filled in: a menu to insert, what is wrong and where, what it comes to. */
export function TemplateField({ texts, index = 0, ...props }: TemplateFieldProps) {
  const { t, i18n } = useTranslation();
  const area = useRef<TextAreaRef>(null);
  const [sample, setSample] = useStored("templates.sample", true);
  const all = texts ?? [props.value];
  const settled = useSettled(JSON.stringify(all), SETTLE_MS);
  const checked = JSON.parse(settled) as string[];
  const templated = checked.some(hasBraces);
  const { data } = useCall(
    "templates.preview",
    { texts: checked, sample, locale: i18n.language as Locale },
    { enabled: templated, keepPrevious: true },
  );
  const { value, readOnly = false } = props;
  const mine = checked[index] ?? "";
  const current = templated && hasBraces(value) ? data : undefined;
  const problems = carryOver(current?.problems[index] ?? [], mine, value);

  const insert = ({ insert: words, select }: TemplateName): void => {
    const field = fieldOf(area);
    if (!field) return;
    // The list lets go of the keyboard only after it has told of the choice.
    requestAnimationFrame(() => {
      const start = type(field, words);
      if (select) field.setSelectionRange(start + select[0], start + select[1]);
    });
  };
  const fix = ({ start, end, fix: words }: TemplateProblem): void => {
    const field = fieldOf(area);
    if (field && words !== null) type(field, words, [start, end]);
  };
  const goTo = ({ start, end }: TemplateProblem): void => {
    const field = fieldOf(area);
    field?.focus();
    field?.setSelectionRange(start, end);
  };

  return (
    <div className="template-field">
      <TemplateArea {...props} area={area} problems={problems} />
      {problems.length > 0 && (
        <ul className="template-problems" aria-label={t("templates.problems")}>
          {problems.slice(0, SAID).map((problem) => (
            <li key={`${problem.start}-${problem.code}`}>
              <button type="button" onClick={() => goTo(problem)}>
                {sentence(problem.code, problem.params)}
              </button>
              {problem.fix !== null && !readOnly && (
                <Button size="small" onClick={() => fix(problem)}>
                  {t("templates.useInstead", { name: problem.fix })}
                </Button>
              )}
            </li>
          ))}
          {problems.length > SAID && (
            <li>{t("templates.moreProblems", { count: problems.length - SAID })}</li>
          )}
        </ul>
      )}
      {!readOnly && (
        <div className="template-tools">
          <InsertMenu onInsert={insert} onLeave={() => fieldOf(area)?.focus()} />
        </div>
      )}
      {current && (
        <TemplatePreview
          pieces={current.texts[index] ?? []}
          broken={(current.problems[index] ?? []).length > 0}
          sample={sample}
          onSample={setSample}
        />
      )}
    </div>
  );
}
