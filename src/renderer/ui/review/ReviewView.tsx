import { type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { Review, ReviewFinding } from "../../../shared/contract/review.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { pictureUrl } from "../pictureUrl.ts";
import { FieldRow } from "./FieldRow.tsx";
import { FindingList } from "./FindingList.tsx";
import { isOpen } from "./fieldRules.ts";
import { MarkedArea } from "./MarkedArea.tsx";
import { Stops } from "./Stops.tsx";
import { type Added, useReview } from "./useReview.ts";
import { speakReview } from "./words.ts";
import "./review.css";

/** What Enter does where the keyboard is, and whether there is something to put in place of a word. */
export interface ReviewKeys {
  readonly at: "field" | "lastField" | "text";
  readonly replaces: boolean;
}

interface ReviewViewProps {
  readonly review: Review;
  /** What was added when it was last looked at. */
  readonly start: Added | null;
  /** The field that gets the keyboard; left out: the first that is open. */
  readonly startField?: string | null;
  readonly locale: Locale;
  readonly onPaste: (added: Added, send: boolean) => void;
  readonly onBack: (added: Added) => void;
  readonly onNote: (sentence: string) => void;
  /** The keys that work now. */
  readonly onKeys?: (keys: ReviewKeys) => void;
  /** For hands on a mouse: what its buttons say. Sending is left out where nothing can be sent. */
  readonly buttons?: {
    readonly paste: string;
    readonly send: string | null;
    readonly back: string;
  };
  readonly failed: (error: unknown) => void;
}

/**
 * A script before it goes out: what it asks for, its texts to change, words that must not be sent, and why it waits.
 * Ctrl+Enter pastes, with Shift it also sends; Enter goes to the next field and from the last one pastes; Esc goes back.
 */
export function ReviewView({
  review: first,
  start,
  startField = null,
  locale,
  onPaste,
  onBack,
  onKeys,
  buttons,
  ...tell
}: ReviewViewProps) {
  const say = speakReview(locale);
  const reviewing = useReview(first, start, tell.failed);
  const { review, texts, edited } = reviewing;
  const root = useRef<HTMLDivElement>(null);
  const lastText = useRef<HTMLTextAreaElement>(null);

  const [at, setAt] = useState<ReviewKeys["at"]>("text");
  const replaces = textParts(review).some(({ findings }) => findings.some(canReplace));
  useEffect(() => onKeys?.({ at, replaces }), [onKeys, at, replaces]);

  // Before anything is painted: who is already typing loses no key between the list and here.
  useLayoutEffect(() => {
    // What has to be filled in comes first; with nothing to fill in one wants to change the text.
    const open = first.fields.findIndex((field) =>
      startField === null ? isOpen(field) : field.name === startField,
    );
    const field = root.current?.querySelectorAll<HTMLElement>("[data-field]")[Math.max(0, open)];
    if (field) {
      field.focus();
      if (field instanceof HTMLInputElement)
        field.setSelectionRange(field.value.length, field.value.length);
      return;
    }
    const area = lastText.current;
    area?.focus();
    area?.setSelectionRange(area.value.length, area.value.length);
  }, [first, startField]);

  // Enter held down since before this was in sight must neither paste it nor write into it; nor does holding it here
  // run through the fields to the end.
  const pressedHere = useRef(false);
  const heldEnter = (event: KeyboardEvent): void => {
    const { key, repeat, target } = event.nativeEvent;
    if (!repeat) pressedHere.current = true;
    else if (key === "Enter" && !(pressedHere.current && isPlainIn(target, event))) {
      event.preventDefault();
      event.stopPropagation();
    }
  };

  const valueOf = (name: string, value: string): string => reviewing.added.answers[name] ?? value;

  /** What stands in the way, in words; null when it may go out. */
  const obstacle = (): string | null => {
    const open = review.fields.filter(
      ({ name, required, value }) => required && !edited && valueOf(name, value).trim() === "",
    );
    if (open.length > 0)
      return say("missing", { names: open.map(({ label }) => label).join("、") });
    if (texts.length > 0 && texts.every((text) => text.trim() === "") && noPictures(review))
      return say("empty");
    const blocked = review.parts.some(
      (part) => part.kind === "text" && part.findings.some(({ severity }) => severity === "block"),
    );
    const stopped = review.stops.some(({ severity }) => severity === "block");
    // A text still being checked again is judged by the core when it is pasted.
    return (blocked || stopped) && !reviewing.behind ? say("mustChange") : null;
  };

  const paste = (send: boolean): void => {
    const sentence = obstacle();
    if (sentence) {
      tell.onNote(sentence);
      root.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
    } else onPaste(reviewing.added, send);
  };

  const replaceNext = (): void => {
    for (const [place, part] of textParts(review).entries()) {
      const finding = part.findings.find(canReplace);
      if (finding) {
        reviewing.replace(place, finding, finding.replacements[0]!);
        return;
      }
    }
  };

  const press = (event: KeyboardEvent): void => {
    if (event.nativeEvent.isComposing || event.keyCode === 229) return;
    if (event.key === "Escape") onBack(reviewing.added);
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) paste(event.shiftKey);
    else if (event.altKey && event.code === "KeyR") replaceNext();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const pressInField = (event: KeyboardEvent): void => {
    press(event);
    if (event.defaultPrevented || event.key !== "Enter" || event.nativeEvent.isComposing) return;
    event.preventDefault();
    const next = fieldAfter(event.currentTarget);
    if (next) next.focus();
    else paste(false);
  };

  const fieldAfter = (element: Element): HTMLElement | undefined => {
    const fields = [...(root.current?.querySelectorAll<HTMLElement>("[data-field]") ?? [])];
    return fields[fields.indexOf(element as HTMLElement) + 1];
  };

  const focused = (element: Element): void => {
    const field = element.closest("[data-field]");
    setAt(field === null ? "text" : fieldAfter(field) ? "field" : "lastField");
  };

  // Each text knows which one of the texts it is.
  const places = review.parts.map(
    (_, index) => review.parts.slice(0, index).filter(({ kind }) => kind === "text").length,
  );
  return (
    <div
      ref={root}
      className="review"
      role="group"
      aria-label={say("label")}
      onKeyDownCapture={heldEnter}
      onFocus={(event) => focused(event.target)}
    >
      <div className="review-head">{review.title}</div>
      <Stops stops={review.stops} locale={locale} />
      {review.fields.length > 0 && (
        <fieldset className="review-fields">
          <legend>{say("fields")}</legend>
          {review.fields.map((field) => (
            <FieldRow
              key={field.name}
              field={field}
              value={valueOf(field.name, field.value)}
              disabled={edited}
              locale={locale}
              onValue={(value) => reviewing.answer(field.name, value)}
              onKeyDown={pressInField}
            />
          ))}
        </fieldset>
      )}
      {edited && review.fields.length > 0 && (
        <p className="review-hint">
          {say("edited")}{" "}
          <button type="button" onClick={reviewing.restart}>
            {say("restart")}
          </button>
        </p>
      )}
      {review.parts.map((part, index) => {
        if (part.kind === "picture")
          return (
            <img
              key={index}
              className="review-picture"
              src={pictureUrl(part.picture, "thumb")}
              alt={say("picture", { name: part.name })}
            />
          );
        const mine = places[index] ?? 0;
        const findings = reviewing.behind && edited ? [] : part.findings;
        return (
          <div key={index} className="review-text">
            <MarkedArea
              area={lastText}
              label={
                texts.length > 1
                  ? say("textOf", { place: mine + 1, count: texts.length })
                  : say("text")
              }
              text={texts[mine] ?? ""}
              findings={findings}
              onText={(text) => reviewing.write(mine, text)}
              onKeyDown={press}
            />
            <FindingList
              findings={findings}
              say={say}
              onReplace={(finding, by) => reviewing.replace(mine, finding, by)}
            />
          </div>
        );
      })}
      {buttons && (
        <div className="review-buttons">
          <button type="button" className="review-go" onClick={() => paste(false)}>
            {buttons.paste}
          </button>
          {buttons.send !== null && (
            <button type="button" onClick={() => paste(true)}>
              {buttons.send}
            </button>
          )}
          <button type="button" onClick={() => onBack(reviewing.added)}>
            {buttons.back}
          </button>
        </div>
      )}
    </div>
  );
}

/** New lines in a text may be held down. */
const isPlainIn = (target: EventTarget | null, { ctrlKey, metaKey }: KeyboardEvent): boolean =>
  target instanceof HTMLTextAreaElement && !ctrlKey && !metaKey;

const textParts = (review: Review) =>
  review.parts.flatMap((part) => (part.kind === "text" ? [part] : []));

const canReplace = ({ replacements }: ReviewFinding): boolean => replacements.length > 0;

const noPictures = (review: Review): boolean =>
  review.parts.every(({ kind }) => kind !== "picture");
