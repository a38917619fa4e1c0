import { type RefObject, useLayoutEffect, useRef } from "react";
import { Input } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import type { TemplateProblem } from "../../../shared/contract/templates.ts";
import { runsOf } from "./problems.ts";

export interface AreaProps {
  readonly id?: string;
  readonly value: string;
  readonly readOnly?: boolean;
  readonly maxLength?: number;
  readonly placeholder?: string;
  readonly rows: { readonly minRows: number; readonly maxRows: number };
  readonly label?: string;
  readonly onChange: (value: string) => void;
}

interface TemplateAreaProps extends AreaProps {
  readonly area: RefObject<TextAreaRef | null>;
  readonly problems: readonly TemplateProblem[];
}

/** The field itself. */
export const fieldOf = (area: RefObject<TextAreaRef | null>): HTMLTextAreaElement | null =>
  area.current?.resizableTextArea?.textArea ?? null;

/**
 * A text field with the same text drawn under it, invisible but for what is marked: braces tinted, problems underlined.
 * The one below has the field's width without its scroll bar and scrolls along, so that every letter lies on its own.
 */
export function TemplateArea({ area, value, problems, rows, label, ...props }: TemplateAreaProps) {
  const under = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const field = fieldOf(area);
    const below = under.current;
    if (!field || !below) return;
    const { font, lineHeight, letterSpacing, padding, tabSize } = getComputedStyle(field);
    Object.assign(below.style, { font, lineHeight, letterSpacing, padding, tabSize });
    const fit = (): void => {
      below.style.width = `${field.clientWidth}px`;
      below.style.height = `${field.clientHeight}px`;
      below.scrollTop = field.scrollTop;
    };
    fit();
    const watcher = new ResizeObserver(fit);
    watcher.observe(field);
    field.addEventListener("scroll", fit, { passive: true });
    return () => {
      watcher.disconnect();
      field.removeEventListener("scroll", fit);
    };
  }, [area]);

  return (
    <div className="template-area">
      <div ref={under} className="template-under" aria-hidden="true">
        {runsOf(value, problems).map(({ start, end, braces, problem }) => {
          const text = value.slice(start, end);
          if (!braces && problem === -1) return text;
          return (
            <span
              key={start}
              className={braces ? "template-braces" : undefined}
              data-problem={problem === -1 ? undefined : problem}
            >
              {text}
            </span>
          );
        })}
        {"\u200B"}
      </div>
      <Input.TextArea
        {...props}
        ref={area}
        aria-label={label}
        aria-invalid={problems.length > 0 || undefined}
        value={value}
        autoSize={rows}
        onChange={(event) => props.onChange(event.target.value)}
      />
    </div>
  );
}
