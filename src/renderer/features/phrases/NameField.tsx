import { Input } from "antd";
import { useRef, useState } from "react";
import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";
import { isComposing } from "../../ui/keys.ts";

interface NameFieldProps {
  readonly value: string;
  readonly label: string;
  /** The name, or null when it was given up or left empty. Called once. */
  readonly onDone: (name: string | null) => void;
}

/** A category's name being written in its place: Enter or leaving keeps it, Esc gives up. */
export function NameField({ value, label, onDone }: NameFieldProps) {
  const [name, setName] = useState(value);
  const done = useRef(false);
  const root = useRef<HTMLSpanElement>(null);
  const finish = (result: string | null, byKey: boolean): void => {
    if (done.current) return;
    done.current = true;
    // The keyboard goes on in the tree, not nowhere.
    if (byKey) root.current?.closest<HTMLElement>('[role="tree"]')?.focus();
    onDone(result === "" ? null : result);
  };
  return (
    <span ref={root} className="tree-name">
      <Input
        size="small"
        autoFocus
        aria-label={label}
        placeholder={label}
        value={name}
        maxLength={PHRASE_LIMITS.categoryName}
        onFocus={(event) => event.target.select()}
        onChange={(event) => setName(event.target.value)}
        onBlur={() => finish(name.trim(), false)}
        onClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (isComposing(event.nativeEvent)) return;
          if (event.key === "Enter") finish(name.trim(), true);
          else if (event.key === "Escape") finish(null, true);
        }}
      />
    </span>
  );
}
