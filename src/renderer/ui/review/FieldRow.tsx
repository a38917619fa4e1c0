import { type KeyboardEvent, useEffect, useRef } from "react";
import type { ReviewField } from "../../../shared/contract/review.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { Chips } from "./Chips.tsx";
import { fewEnough, stepped } from "./fieldRules.ts";
import { useSentences } from "./useSentences.ts";
import { type SayReview, speakReview } from "./words.ts";

interface FieldRowProps {
  readonly field: ReviewField;
  readonly value: string;
  readonly disabled: boolean;
  readonly locale: Locale;
  readonly onValue: (value: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

const NONE: readonly never[] = [];

/** One thing a script asks for. Few choices are buttons: one key, nothing to open. */
export function FieldRow({ field, value, disabled, locale, onValue, onKeyDown }: FieldRowProps) {
  const { name, label, kind, options, required, wrong } = field;
  const say = speakReview(locale);
  const [sentence] = useSentences(wrong ? [wrong] : NONE, locale);
  const missing = (required && value === "") || wrong !== null;
  const told = wrong !== null && value !== "";
  const below = useRef<HTMLSpanElement>(null);
  // Where there is little room it would stand below the edge.
  useEffect(() => {
    if (told) below.current?.scrollIntoView({ block: "nearest" });
  }, [told]);
  const shared = {
    "data-field": name,
    "aria-required": required,
    "aria-invalid": missing,
    "aria-describedby": told ? `wrong-${name}` : undefined,
  };

  const step = (event: KeyboardEvent): void => {
    const by = event.key === "ArrowUp" ? 1 : event.key === "ArrowDown" ? -1 : 0;
    if (kind === "number" && by !== 0) {
      event.preventDefault();
      onValue(stepped(value, by, field));
    } else onKeyDown(event);
  };

  const control =
    kind !== "choice" ? (
      <input
        {...shared}
        disabled={disabled}
        value={value}
        inputMode={kind === "number" ? "decimal" : "text"}
        placeholder={kind === "number" ? limits(field, say) : required ? say("required") : ""}
        maxLength={500}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => onValue(event.target.value)}
        onKeyDown={step}
      />
    ) : fewEnough(options) ? (
      <Chips
        {...shared}
        label={label}
        options={options}
        value={value}
        disabled={disabled}
        onValue={onValue}
        onKeyDown={onKeyDown}
      />
    ) : (
      <select
        {...shared}
        disabled={disabled}
        value={value}
        onChange={(event) => onValue(event.target.value)}
        onKeyDown={onKeyDown}
      >
        {!options.includes(value) && <option value="">{say("choose")}</option>}
        {options.map((option) => (
          <option key={option}>{option}</option>
        ))}
      </select>
    );
  return (
    <label
      className={["review-field", missing && "missing", kind === "choice" && "wide"]
        .filter(Boolean)
        .join(" ")}
    >
      <span className="review-label">{label}</span>
      {control}
      {told && (
        <span ref={below} className="review-wrong" id={`wrong-${name}`} role="alert">
          {sentence}
        </span>
      )}
    </label>
  );
}

function limits({ min, max }: ReviewField, say: SayReview): string {
  if (min !== null && max !== null) return say("between", { min, max });
  if (min !== null) return say("atLeast", { min });
  return max === null ? "" : say("atMost", { max });
}
