import type { KeyboardEvent } from "react";
import type { ReviewField } from "../../../shared/contract/review.ts";
import type { SayReview } from "./words.ts";

interface FieldRowProps {
  readonly field: ReviewField;
  readonly value: string;
  readonly disabled: boolean;
  readonly say: SayReview;
  readonly onValue: (value: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** One thing a script asks for. Few choices are buttons: one key, nothing to open. */
export function FieldRow({ field, value, disabled, say, onValue, onKeyDown }: FieldRowProps) {
  const { name, label, kind, options, required } = field;
  const missing = (required && value === "") || field.wrong !== null;
  const shared = {
    "data-field": name,
    disabled,
    "aria-required": required,
    "aria-invalid": missing,
    onKeyDown,
  };
  return (
    <label className={missing ? "review-field missing" : "review-field"}>
      <span className="review-label">{label}</span>
      {kind === "choice" ? (
        <select {...shared} value={value} onChange={(event) => onValue(event.target.value)}>
          {(value === "" || !options.includes(value)) && <option value="">{say("choose")}</option>}
          {options.map((option) => (
            <option key={option}>{option}</option>
          ))}
        </select>
      ) : (
        <input
          {...shared}
          value={value}
          inputMode={kind === "number" ? "decimal" : "text"}
          placeholder={kind === "number" ? limits(field, say) : required ? say("required") : ""}
          maxLength={500}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => onValue(event.target.value)}
        />
      )}
    </label>
  );
}

function limits({ min, max }: ReviewField, say: SayReview): string {
  if (min !== null && max !== null) return say("between", { min, max });
  if (min !== null) return say("atLeast", { min });
  return max === null ? "" : say("atMost", { max });
}
