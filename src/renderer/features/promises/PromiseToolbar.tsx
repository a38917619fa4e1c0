import { InboxOutlined, PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input, type InputRef, Segmented } from "antd";
import { type Ref, useImperativeHandle, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isComposing } from "../../ui/keys.ts";

export interface PromiseToolbarHandle {
  filter(): void;
}

/** Which promises the list is about. */
export interface PromisePlace {
  readonly text: string;
  readonly view: "open" | "closed";
}

interface PromiseToolbarProps {
  readonly ref: Ref<PromiseToolbarHandle>;
  readonly place: PromisePlace;
  readonly onPlace: (next: Partial<PromisePlace>) => void;
  readonly onNew: () => void;
  readonly onTakeIn: () => void;
  /** On from the filter to the rows. */
  readonly onList: () => void;
}

/** Over the list: filter, open or closed, what a colleague hands over, new. */
export function PromiseToolbar({ ref, place, ...on }: PromiseToolbarProps) {
  const { t } = useTranslation();
  const input = useRef<InputRef>(null);
  // While an input method composes the letters are not yet what is meant.
  const [composed, setComposed] = useState<string | null>(null);
  useImperativeHandle(ref, () => ({ filter: () => input.current?.focus({ cursor: "all" }) }));
  const { text } = place;
  return (
    <div className="toolbar">
      <Input
        ref={input}
        className="toolbar-filter"
        prefix={<SearchOutlined />}
        suffix={text === "" ? <kbd>/</kbd> : undefined}
        allowClear
        aria-label={t("promises.keys.filter")}
        placeholder={t("promises.placeholders.filter")}
        value={composed ?? text}
        maxLength={200}
        onCompositionStart={() => setComposed(text)}
        onCompositionEnd={(event) => {
          setComposed(null);
          on.onPlace({ text: event.currentTarget.value });
        }}
        onChange={(event) => {
          if (composed === null) on.onPlace({ text: event.target.value });
          else setComposed(event.target.value);
        }}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.key === "ArrowDown" || event.key === "Enter") {
            event.preventDefault();
            on.onList();
          } else if (event.key === "Escape") {
            event.preventDefault();
            if (text === "") on.onList();
            else on.onPlace({ text: "" });
          }
        }}
      />
      <Segmented<PromisePlace["view"]>
        aria-label={t("promises.view")}
        value={place.view}
        options={[
          { value: "open", label: t("promises.views.open") },
          { value: "closed", label: t("promises.views.closed") },
        ]}
        onChange={(view) => on.onPlace({ view })}
      />
      <Button
        icon={<InboxOutlined aria-hidden />}
        title={t("promises.takeIn.words")}
        aria-label={t("promises.takeIn.button")}
        onClick={on.onTakeIn}
      >
        <span className="toolbar-new">{t("promises.takeIn.button")}</span>
      </Button>
      <Button
        type="primary"
        icon={<PlusOutlined aria-hidden />}
        title={`${t("promises.new")} (N)`}
        aria-label={t("promises.new")}
        onClick={on.onNew}
      >
        <span className="toolbar-new">{t("promises.new")}</span>
      </Button>
    </div>
  );
}
