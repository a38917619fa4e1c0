import { MenuOutlined, PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input, type InputRef } from "antd";
import { type Ref, useImperativeHandle, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isComposing } from "../../ui/keys.ts";

export interface ToolbarHandle {
  focus(): void;
}

interface ToolbarProps {
  readonly ref: Ref<ToolbarHandle>;
  readonly text: string;
  /** Null until it is known. */
  readonly total: number | null;
  readonly inTrash: boolean;
  readonly onText: (text: string) => void;
  readonly onNew: () => void;
  /** On from the filter to the rows. */
  readonly onList: () => void;
  readonly onEmptyTrash: () => void;
  /** Opens the categories where they have no pane of their own; null where they have. */
  readonly onTree: (() => void) | null;
}

/** Over the list: filter, how many, new. */
export function Toolbar(props: ToolbarProps) {
  const { ref, text, total, inTrash, onText, onNew, onList, onEmptyTrash, onTree } = props;
  const { t, i18n } = useTranslation();
  const input = useRef<InputRef>(null);
  // While an input method composes the letters are not yet what is meant.
  const [composed, setComposed] = useState<string | null>(null);
  useImperativeHandle(ref, () => ({ focus: () => input.current?.focus({ cursor: "all" }) }));
  return (
    <div className="toolbar">
      {onTree && (
        <Button
          type="text"
          icon={<MenuOutlined aria-hidden />}
          aria-label={t("phrases.category.title")}
          onClick={onTree}
        />
      )}
      <Input
        ref={input}
        className="toolbar-filter"
        prefix={<SearchOutlined />}
        suffix={text === "" ? <kbd>/</kbd> : undefined}
        allowClear
        aria-label={t("phrases.keys.filter")}
        placeholder={t("phrases.placeholders.filter")}
        value={composed ?? text}
        maxLength={500}
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
          if (isComposing(event.nativeEvent)) return;
          if (event.key === "ArrowDown" || event.key === "Enter") {
            event.preventDefault();
            onList();
          } else if (event.key === "Escape") {
            event.preventDefault();
            if (text === "") onList();
            else onText("");
          }
        }}
      />
      <span className="toolbar-total" role="status">
        {total === null
          ? ""
          : t("phrases.total", { count: total, number: total.toLocaleString(i18n.language) })}
      </span>
      {inTrash ? (
        <Button danger disabled={!total} onClick={onEmptyTrash}>
          {t("phrases.empty.button")}
        </Button>
      ) : (
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          title={`${t("phrases.new")} (N)`}
          onClick={onNew}
        >
          <span className="toolbar-new">{t("phrases.new")}</span>
        </Button>
      )}
    </div>
  );
}
