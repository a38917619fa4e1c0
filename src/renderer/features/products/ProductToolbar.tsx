import { ImportOutlined, PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Input, type InputRef, Select } from "antd";
import { type Ref, useImperativeHandle, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../../api/hooks.ts";
import { isComposing } from "../../ui/keys.ts";

export interface ProductToolbarHandle {
  filter(): void;
}

/** Which products the list is about. */
export interface ProductPlace {
  readonly text: string;
  /** Null: every shop's. */
  readonly shop: string | null;
  readonly view: "all" | "trash";
}

interface ProductToolbarProps {
  readonly ref: Ref<ProductToolbarHandle>;
  readonly place: ProductPlace;
  /** Null until it is known. */
  readonly total: number | null;
  readonly onPlace: (next: Partial<ProductPlace>) => void;
  readonly onNew: () => void;
  readonly onImport: () => void;
  /** On from the filter to the rows. */
  readonly onList: () => void;
  readonly onEmptyTrash: () => void;
}

/** Not a shop's name: no name has such a beginning. */
const [ALL, TRASH] = ["\0all", "\0trash"];

/** Over the list: filter, which shop, how many, import, new. */
export function ProductToolbar(props: ProductToolbarProps) {
  const { ref, place, total, onPlace, onNew, onImport, onList, onEmptyTrash } = props;
  const { t, i18n } = useTranslation();
  const input = useRef<InputRef>(null);
  const shops = useCall("products.shops", {}).data ?? [];
  const inTrash = place.view === "trash";
  // While an input method composes the letters are not yet what is meant.
  const [composed, setComposed] = useState<string | null>(null);
  useImperativeHandle(ref, () => ({ filter: () => input.current?.focus({ cursor: "all" }) }));
  const { text } = place;
  const onText = (next: string): void => onPlace({ text: next });
  return (
    <div className="toolbar">
      <Input
        ref={input}
        className="toolbar-filter"
        prefix={<SearchOutlined />}
        suffix={text === "" ? <kbd>/</kbd> : undefined}
        allowClear
        aria-label={t("products.keys.filter")}
        placeholder={t("products.placeholders.filter")}
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
      <Select
        className="toolbar-view"
        aria-label={t("products.view")}
        value={inTrash ? TRASH : (place.shop ?? ALL)}
        popupMatchSelectWidth={false}
        options={[
          { value: ALL, label: t("products.anyShop") },
          ...shops.map((shop) => ({ value: shop, label: shop })),
          { value: TRASH, label: t("products.views.trash") },
        ]}
        onChange={(next: string) =>
          onPlace(
            next === TRASH
              ? { view: "trash", shop: null }
              : { view: "all", shop: next === ALL ? null : next },
          )
        }
      />
      <span className="toolbar-total" role="status">
        {total === null
          ? ""
          : t("products.total", { count: total, number: total.toLocaleString(i18n.language) })}
      </span>
      {inTrash ? (
        <Button danger disabled={!total} onClick={onEmptyTrash}>
          {t("products.empty.button")}
        </Button>
      ) : (
        <>
          <Button icon={<ImportOutlined aria-hidden />} onClick={onImport}>
            <span className="toolbar-new">{t("products.import")}</span>
          </Button>
          <Button
            type="primary"
            icon={<PlusOutlined aria-hidden />}
            title={`${t("products.new")} (N)`}
            onClick={onNew}
          >
            <span className="toolbar-new">{t("products.new")}</span>
          </Button>
        </>
      )}
    </div>
  );
}
