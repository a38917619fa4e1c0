import { SearchOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import { useWindowed } from "../../api/windowed.ts";
import { PictureGrid } from "./PictureGrid.tsx";
import { useSettled } from "../settled.ts";
import { useSelection } from "../selection.ts";
import { Dialog } from "../Dialog.tsx";

interface PicturePickerProps {
  readonly open: boolean;
  /** Looked for at first, when there are such pictures. */
  readonly sku: string;
  readonly onPick: (ids: string[]) => void;
  readonly onClose: () => void;
}

/** Chooses pictures from the store. */
export function PicturePicker({ open, sku, onPick, onClose }: PicturePickerProps) {
  return (
    <Dialog open={open} onCancel={onClose} footer={null} width={760} destroyOnHidden>
      <Picker sku={sku} onPick={onPick} />
    </Dialog>
  );
}

function Picker({ sku, onPick }: Pick<PicturePickerProps, "sku" | "onPick">) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState<string | null>(null);
  const [pages, setPages] = useState<readonly [number, number]>([0, 0]);
  const onPages = useCallback((first: number, last: number) => setPages([first, last]), []);
  // Until something is typed those of this SKU are shown, if there are any.
  const own = useWindowed("pictures.query", { sku: sku || null }, 0, 0);
  const useOwn = typed === null && sku !== "" && own.total > 0;
  const text = useSettled(typed ?? "", 80);
  const list = useWindowed(
    "pictures.query",
    useOwn ? { sku, text: "" } : { sku: null, text },
    pages[0],
    pages[1],
  );
  const selection = useSelection(list);
  const ids = [...selection.rows.keys()];
  return (
    <div className="picker">
      <h2>{t("products.pictures.pick")}</h2>
      <Input
        autoFocus
        prefix={<SearchOutlined />}
        allowClear
        aria-label={t("products.pictures.pick")}
        placeholder={t("pictures.placeholders.filter")}
        value={typed ?? (useOwn ? sku : "")}
        onChange={(event) => setTyped(event.target.value)}
      />
      <div className="picker-grid">
        {list.ready && list.total === 0 ? (
          <p className="pane-hint">{t("products.pictures.none")}</p>
        ) : (
          <PictureGrid
            list={list}
            label={t("products.pictures.pick")}
            cursor={selection.cursor?.index ?? -1}
            isSelected={(row) => selection.rows.has(row.id)}
            // A plain click adds: whoever picks for a card mostly wants several.
            onGo={(index, how) => {
              const row = list.rowAt(index);
              const only = row && selection.rows.has(row.id) && selection.rows.size === 1;
              if (how === "only" && only) selection.clear();
              else void selection.go(index, how === "only" ? "toggle" : how);
            }}
            onOpen={() => ids.length > 0 && onPick(ids)}
            onKey={(key) => key === "Enter" && ids.length > 0 && onPick(ids)}
            onPages={onPages}
          />
        )}
      </div>
      <footer className="picker-foot">
        <span>{t("products.pictures.pickHint")}</span>
        <Button type="primary" disabled={ids.length === 0} onClick={() => onPick(ids)}>
          {t("products.pictures.use", { count: ids.length })}
        </Button>
      </footer>
    </div>
  );
}
