import { Input } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { SetProblem } from "../../../shared/rules/validityCheck.ts";
import { duration } from "../../ui/moments.ts";
import { wallWords } from "./times.ts";
import { Field } from "./SetFields.tsx";

interface WindowFieldsProps {
  readonly name: string;
  readonly start: string | null;
  readonly end: string | null;
  readonly problems: readonly SetProblem[];
  /** "" for the set, "phases.1." for its second phase. */
  readonly prefix: string;
  readonly onChange: (window: { start?: string | null; end?: string | null }) => void;
}

/** Start and end as a clock on the wall shows them. The browser's own field: it knows no zone, so none can shift it. */
export function WindowFields({ name, start, end, problems, prefix, onChange }: WindowFieldsProps) {
  const { t, i18n } = useTranslation();
  const own = useId();
  const of = (side: "start" | "end"): SetProblem | undefined =>
    problems.find(({ field }) => field === `${prefix}${side}`);
  const field = (side: "start" | "end", value: string | null) => (
    <Field label={t(`campaigns.fields.${side}`)} htmlFor={`${own}-${side}`} problem={of(side)}>
      <Input
        id={`${own}-${side}`}
        type="datetime-local"
        min="2000-01-01T00:00"
        max="2199-12-31T23:59"
        aria-label={`${name} ${t(`campaigns.fields.${side}`)}`}
        aria-invalid={of(side) !== undefined}
        {...(of(side) ? { status: "error" as const } : {})}
        value={value ?? ""}
        onChange={(event) =>
          onChange({ [side]: event.target.value === "" ? null : event.target.value.slice(0, 16) })
        }
      />
    </Field>
  );
  const length =
    start === null || end === null ? 0 : Date.parse(`${end}Z`) - Date.parse(`${start}Z`);
  return (
    <div className="set-window-fields">
      {field("start", start)}
      {field("end", end)}
      {start !== null && end !== null && length > 0 && (
        <p className="set-window-words">
          {wallWords(start, i18n.language)} – {wallWords(end, i18n.language, { end: true })} ·{" "}
          {duration(length, i18n.language)}
        </p>
      )}
    </div>
  );
}
