import { Input } from "antd";
import { type FocusEvent, useState } from "react";
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
  /** True: what is typed is told once it is left or Enter pressed, since what is told is written down for good. */
  readonly held?: boolean;
  readonly onChange: (at: number | null) => void;
}

/** A time by one press, or exactly by the browser's own field; said as an agent says it. */
export function MomentField(props: MomentFieldProps) {
  const { id, label, value, quick, begins, held = false, onChange } = props;
  const { t } = useTranslation();
  const now = useMinute();
  const words = useDueWords();
  const [pressed, setPressed] = useState<Quick | null>(begins ?? null);
  /** Null: what is set. */
  const [typed, setTyped] = useState<string | null>(null);
  const set = value === null ? "" : toField(value);
  const leave = (unfinished: boolean): void => {
    setTyped(null);
    if (typed === null || typed === set || unfinished) return;
    setPressed(null);
    onChange(fromField(typed));
  };
  const left = ({ currentTarget, relatedTarget }: FocusEvent<HTMLElement>): void => {
    // A press of a quick choice takes the place of what was typed.
    if (!currentTarget.contains(relatedTarget))
      leave(currentTarget.querySelector("input")?.validity.badInput ?? false);
  };
  return (
    <div className="moment-field" role="group" aria-label={label} onBlur={left}>
      {quick.map((each) => (
        <button
          key={each}
          type="button"
          aria-pressed={pressed === each && value !== null}
          onClick={() => {
            setPressed(each);
            setTyped(null);
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
        value={typed ?? set}
        onPressEnter={(event) => leave(event.currentTarget.validity.badInput)}
        onChange={(event) => {
          if (held) {
            setTyped(event.target.value);
            return;
          }
          setPressed(null);
          onChange(fromField(event.target.value));
        }}
      />
      {value !== null && <span className="complaint-soft">{words(asDue(value), now)}</span>}
    </div>
  );
}
