import { type KeyboardEvent, type ReactNode, type RefObject } from "react";
import type { ReviewFinding } from "../../../shared/contract/review.ts";

interface MarkedAreaProps {
  readonly area?: RefObject<HTMLTextAreaElement | null> | undefined;
  readonly label: string;
  readonly text: string;
  readonly findings: readonly ReviewFinding[];
  readonly onText: (text: string) => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** Text with marks behind it: the same words lie under the field, invisible but for what is marked. */
export function MarkedArea({ area, label, text, findings, onText, onKeyDown }: MarkedAreaProps) {
  return (
    <div className="marked-area">
      <div className="marked-under" aria-hidden="true">
        {marked(text, findings)}
        {"\u200B"}
      </div>
      <textarea
        ref={area}
        aria-label={label}
        value={text}
        maxLength={20_000}
        rows={1}
        spellCheck={false}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={onKeyDown}
      />
    </div>
  );
}

function marked(text: string, findings: readonly ReviewFinding[]): ReactNode[] {
  const pieces: ReactNode[] = [];
  let at = 0;
  for (const { start, end, severity } of findings.toSorted((a, b) => a.start - b.start)) {
    if (start < at || end > text.length) continue;
    pieces.push(
      text.slice(at, start),
      <mark key={start} className={severity}>
        {text.slice(start, end)}
      </mark>,
    );
    at = end;
  }
  pieces.push(text.slice(at));
  return pieces;
}
