import type { KeyboardEvent } from "react";
import { chosenBy } from "./fieldRules.ts";

interface ChipsProps {
  readonly "data-field": string;
  readonly "aria-required": boolean;
  readonly "aria-invalid": boolean;
  readonly "aria-describedby": string | undefined;
  readonly label: string;
  readonly options: readonly string[];
  readonly value: string;
  readonly disabled: boolean;
  readonly onValue: (value: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Choices side by side under one focus: arrows go through them, digits take them. */
export function Chips(props: ChipsProps) {
  const { label, options, value, disabled, onValue, onKeyDown, ...shared } = props;

  const press = (event: KeyboardEvent): void => {
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    const choice = plain && !disabled ? chosenBy(event.key, options, value) : null;
    if (choice === null) onKeyDown(event);
    else {
      event.preventDefault();
      onValue(choice);
    }
  };

  return (
    <span
      {...shared}
      className="review-chips"
      role="radiogroup"
      aria-label={label}
      aria-disabled={disabled}
      tabIndex={disabled ? -1 : 0}
      onKeyDown={press}
    >
      {options.map((option, index) => (
        <span
          key={option}
          role="radio"
          aria-checked={option === value}
          tabIndex={-1}
          onClick={disabled ? undefined : () => onValue(option)}
        >
          <small aria-hidden="true">{index + 1}</small>
          {option}
        </span>
      ))}
    </span>
  );
}
