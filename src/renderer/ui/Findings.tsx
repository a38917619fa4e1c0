import { type KeyboardEvent, type RefObject, useEffect, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { PHRASE_LIMITS } from "../../shared/contract/phrases.ts";
import type { ReviewFinding } from "../../shared/contract/review.ts";
import type { Locale } from "../../shared/contract/settings.ts";
import { partsOf } from "../../shared/rules/gateLength.ts";
import { replaced } from "./findingPlaces.ts";
import { isComposing, keyName } from "./keys.ts";
import { FindingList } from "./review/FindingList.tsx";
import { MarkedArea } from "./review/MarkedArea.tsx";
import { speakReview } from "./review/words.ts";
import { type Checked, useFindings } from "./useFindings.ts";
import "./findings.css";
import "./review/review.css";

const isAlt = (event: globalThis.KeyboardEvent, code: string): boolean =>
  event.altKey && !event.ctrlKey && !event.metaKey && event.code === code && !isComposing(event);

/** True for Alt+R, which replaces the first word that can be. */
export const isReplaceKey = (event: globalThis.KeyboardEvent): boolean => isAlt(event, "KeyR");

/** True for Alt+S, which splits a text that is too long. */
const isSplitKey = (event: globalThis.KeyboardEvent): boolean => isAlt(event, "KeyS");

/** The first finding with something to say instead, replaced by it; null when there is none. */
export function replaceFirst(text: string, findings: readonly ReviewFinding[]): string | null {
  const first = findings.find(({ replacements }) => replacements.length > 0);
  return first ? replaced(text, first, first.replacements[0]!) : null;
}

interface FindingsProps {
  readonly text: string;
  /** Null: not checked yet. */
  readonly checked: Checked | null;
  readonly onText: (text: string) => void;
  /** Makes several texts of one that is too long; null: there is no room for more. Left out: only said. */
  readonly onSplit?: ((limit: number) => void) | null | undefined;
}

/** Splits when there is something to split; false when there is not. */
function splitNow({ checked, onSplit }: Pick<FindingsProps, "checked" | "onSplit">): boolean {
  if (!onSplit || !checked || checked.bubble.cuts.length === 0) return false;
  onSplit(checked.bubble.limit);
  return true;
}

/**
 * Replaces the first word that can be; false when there is none. Asked before the text was looked through for the first
 * time it is done as soon as it was.
 */
function useReplacing({
  text,
  checked,
  onText,
}: Pick<FindingsProps, "text" | "checked" | "onText">): () => boolean {
  const wanted = useRef(false);
  const replace = (): boolean => {
    wanted.current = checked === null;
    if (checked === null) return true;
    const next = replaceFirst(text, checked.findings);
    if (next !== null) onText(next);
    return next !== null;
  };
  useEffect(() => {
    if (wanted.current && checked) replace();
  });
  return replace;
}

/** Under a text: words that should not be sent, each with what to say instead, and where a long text is best cut. */
export function Findings({ text, checked, onText, onSplit }: FindingsProps) {
  const { t, i18n } = useTranslation();
  if (checked === null) return null;
  const { findings, bubble } = checked;
  const parts = partsOf(text, bubble.cuts);
  return (
    <div className="findings" role="status">
      <FindingList
        findings={findings}
        say={speakReview(i18n.language as Locale)}
        onReplace={(finding, by) => onText(replaced(text, finding, by))}
      />
      {bubble.over && onSplit !== undefined && parts.length > 1 && (
        <button
          type="button"
          className="findings-split"
          disabled={onSplit === null}
          onClick={() => onSplit?.(bubble.limit)}
        >
          {onSplit === null
            ? t("gate.split.full", { limit: PHRASE_LIMITS.textSegments })
            : `${t("gate.split.run", { count: parts.length })} ${keyName("alt+s")}`}
        </button>
      )}
      {bubble.over && (
        <details className="findings-long">
          <summary>
            {t("gate.long", {
              length: Math.ceil(bubble.length),
              limit: bubble.limit,
              count: parts.length,
            })}
          </summary>
          <ol>
            {parts.map((part, index) => (
              // The parts of one text in their order: the place is what tells them apart.
              // oxlint-disable-next-line react/no-array-index-key
              <li key={index}>{part}</li>
            ))}
          </ol>
        </details>
      )}
    </div>
  );
}

interface CheckedAreaProps extends FindingsProps {
  readonly label: string;
  readonly area?: RefObject<HTMLTextAreaElement | null> | undefined;
  readonly onKeyDown?: (event: KeyboardEvent) => void;
}

/**
 * A field whose text is checked: findings marked in it and listed under it. Alt+R replaces the first, Alt+S splits
 * what is too long.
 */
export function CheckedArea(props: CheckedAreaProps) {
  const { label, text, checked, onText, onSplit, area, onKeyDown } = props;
  const hint = useId();
  const replace = useReplacing(props);
  const pressed = (event: KeyboardEvent): void => {
    const acted =
      (isSplitKey(event.nativeEvent) && splitNow(props)) ||
      (isReplaceKey(event.nativeEvent) && replace());
    if (acted) event.preventDefault();
    else onKeyDown?.(event);
  };
  return (
    <div className="review-text checked-area" aria-describedby={hint}>
      <MarkedArea
        label={label}
        text={text}
        findings={checked?.findings ?? []}
        area={area}
        onText={onText}
        onKeyDown={pressed}
      />
      <div id={hint}>
        <Findings text={text} checked={checked} onText={onText} onSplit={onSplit} />
      </div>
    </div>
  );
}

interface LiveFindingsProps extends Omit<FindingsProps, "checked"> {
  /** "" for any. */
  readonly shop: string;
}

/**
 * Findings under a field of another kind: what is in it is checked while it is written. Alt+R and Alt+S in the element
 * around.
 */
export function LiveFindings({ text, shop, onText, onSplit }: LiveFindingsProps) {
  const checked = useFindings(text, shop);
  const root = useRef<HTMLDivElement>(null);
  const replacing = useReplacing({ text, checked, onText });
  const replace = useRef<() => boolean>(() => false);
  const split = useRef<() => boolean>(() => false);
  useEffect(() => {
    replace.current = replacing;
    split.current = () => splitNow({ checked, onSplit });
  });
  useEffect(() => {
    const around = root.current?.parentElement;
    const heard = (event: globalThis.KeyboardEvent): void => {
      const acts = isReplaceKey(event) ? replace : isSplitKey(event) ? split : null;
      if (acts?.current() === true) event.preventDefault();
    };
    around?.addEventListener("keydown", heard);
    return () => around?.removeEventListener("keydown", heard);
  }, []);
  return (
    <div ref={root} className="checked-area">
      <Findings text={text} checked={checked} onText={onText} onSplit={onSplit} />
    </div>
  );
}
