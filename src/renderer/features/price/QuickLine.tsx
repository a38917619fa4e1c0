import { Button, Input, type InputRef } from "antd";
import { type ReactNode, type Ref, useEffect, useImperativeHandle, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type Problem, readLine } from "../../../shared/rules/price/line.ts";
import { useCall } from "../../api/hooks.ts";
import { sentence } from "../../i18n/i18n.ts";
import { isComposing, keyName } from "../../ui/keys.ts";

export interface QuickLineHandle {
  focus(): void;
}

interface QuickLineProps {
  readonly ref: Ref<QuickLineHandle>;
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onUse: () => void;
  readonly onClear: () => void;
  readonly bringBack: ReactNode;
}

/** As long as somebody is taken to be still writing after a key, milliseconds. */
const STILL_WRITING = 700;

/** The whole order in one line; what cannot be read is said beneath, with its place. */
export function QuickLine({ ref, text, onText, onUse, onClear, bringBack }: QuickLineProps) {
  const { t } = useTranslation();
  const canPaste = useCall("system.status", {}).data?.canPaste ?? false;
  const input = useRef<InputRef>(null);
  // While an input method composes the letters are not yet what is meant.
  const [composed, setComposed] = useState<string | null>(null);
  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus({ cursor: "all" }) }));
  const read = text.trim() === "" ? null : readLine(text);
  const problem = read && !read.ok && composed === null ? read.problem : null;
  // Somebody who is still writing the last piece is not told off for it.
  const [left, setLeft] = useState(text);
  useEffect(() => {
    const timer = setTimeout(() => setLeft(text), STILL_WRITING);
    return () => clearTimeout(timer);
  }, [text]);
  const writing =
    problem !== null && left !== text && problem.at + problem.length >= text.trimEnd().length;
  const show = ({ at, length }: Problem): void => {
    input.current?.focus();
    input.current?.setSelectionRange(at, at + length);
  };
  return (
    <div className="price-line">
      <Input
        ref={input}
        autoFocus
        size="large"
        prefix={<span className="price-line-sign">=</span>}
        aria-label={t("price.line")}
        aria-invalid={problem !== null}
        aria-describedby="price-line-note"
        placeholder={t("price.linePlaceholder")}
        status={problem && !writing ? "error" : ""}
        maxLength={2_000}
        allowClear
        value={composed ?? text}
        onClear={onClear}
        onCompositionStart={() => setComposed(text)}
        onCompositionEnd={(event) => {
          setComposed(null);
          onText(event.currentTarget.value);
        }}
        onChange={(event) => {
          if (composed === null) onText(event.target.value);
          else setComposed(event.target.value);
        }}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent) || event.ctrlKey || event.metaKey || event.altKey)
            return;
          if (event.key === "Enter") {
            event.preventDefault();
            if (problem) show(problem);
            else onUse();
          } else if (event.key === "Escape" && text !== "") {
            event.preventDefault();
            onClear();
          }
        }}
      />
      <div className="price-line-note" id="price-line-note" role="status">
        {problem ? (
          <>
            <span className={writing ? "" : "price-problem"}>
              {sentence(problem.code, problem.params)}
            </span>{" "}
            <Button type="link" size="small" onClick={() => show(problem)}>
              {t("price.where")}
            </Button>
          </>
        ) : (
          <span>
            {t("price.lineHint")} <kbd>Enter</kbd>{" "}
            {t(canPaste ? "price.answer.paste" : "price.answer.copy")}{" "}
            <kbd>{keyName("alt+up")}</kbd> <kbd>{keyName("alt+down")}</kbd> {t("price.pieces")}
          </span>
        )}
        {bringBack}
      </div>
    </div>
  );
}
