import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useDueWords } from "../../ui/Due.tsx";
import { useMinute } from "../../ui/now.ts";
import { asDue, fromField, type Quick, quickMoment, toField } from "./moments.ts";

interface MomentFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly value: number | null;
  readonly quick: readonly Quick[];
  /** The press that `value` stands for at first. */
  readonly begins?: Quick;
  readonly onChange: (at: number | null) => void;
}

/** A time by one press, or exactly by the browser's own field; said as an agent says it. */
export function MomentField({ id, label, value, quick, begins, onChange }: MomentFieldProps) {
  const { t } = useTranslation();
  const now = useMinute();
  const words = useDueWords();
  const [pressed, setPressed] = useState<Quick | null>(begins ?? null);
  return (
    <div className="moment-field" role="group" aria-label={label}>
      {quick.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={pressed === each && value !== null}
          onClick={() => {
            setPressed(each);
            onChange(quickMoment(each, Date.now()));
          }}
        >
          {t(`complaints.quick.${each}`)}
        </button>
      ))}
      <Input
        id={id}
        type="datetime-local"
        className="moment-exact"
        aria-label={label}
        min="2000-01-01T00:00"
        max="2199-12-31T23:59"
        value={value === null ? "" : toField(value)}
        onChange={(event) => {
          setPressed(null);
          onChange(fromField(event.target.value));
        }}
      />
      {value !== null && <span className="complaint-soft">{words(asDue(value), now)}</span>}
    </div>
  );
}
