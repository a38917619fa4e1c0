import { Input } from "antd";
import { useState } from "react";

interface LeftFieldProps<T> {
  readonly label?: string;
  readonly value: string;
  readonly prefix?: string;
  readonly placeholder?: string;
  readonly maxLength?: number;
  /** What was typed; undefined when it cannot be. */
  readonly read: (text: string) => T | undefined;
  /** Told when the field is left or Enter pressed with something else in it that can be. */
  readonly onLeft: (value: T) => void;
}

/** A field whose change holds once it is left. */
export function LeftField<T>(props: LeftFieldProps<T>) {
  const { label, value, prefix, placeholder, maxLength = 12, read, onLeft } = props;
  /** Null: what is set. */
  const [typed, setTyped] = useState<string | null>(null);
  const text = typed ?? value;
  const wrong = read(text.trim()) === undefined;
  const leave = (): void => {
    const next = read(text.trim());
    setTyped(null);
    if (text.trim() !== value && next !== undefined) onLeft(next);
  };
  return (
    <Input
      className="rules-field"
      value={text}
      maxLength={maxLength}
      {...(label === undefined ? {} : { "aria-label": label })}
      {...(prefix === undefined ? {} : { prefix })}
      {...(placeholder === undefined ? {} : { placeholder })}
      {...(wrong ? { status: "error" as const } : {})}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={leave}
      onPressEnter={leave}
      onKeyDown={(event) => {
        if (event.key === "Escape") setTyped(null);
      }}
    />
  );
}
