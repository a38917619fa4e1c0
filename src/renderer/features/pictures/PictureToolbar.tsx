import {
  FolderOpenOutlined,
  PictureOutlined,
  PlusOutlined,
  SearchOutlined,
  SnippetsOutlined,
} from "@ant-design/icons";
import { Button, Dropdown, Input, type InputRef, Select } from "antd";
import { type Ref, useImperativeHandle, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PictureView } from "../../../shared/contract/pictures.ts";
import { isComposing } from "../../ui/keys.ts";
import { fromChooser, type GivenFiles } from "../../ui/pictures/given.ts";

export interface PictureToolbarHandle {
  filter(): void;
  /** Opens the system's chooser. */
  chooseFiles(): void;
}

interface PictureToolbarProps {
  readonly ref: Ref<PictureToolbarHandle>;
  readonly text: string;
  readonly view: PictureView;
  /** Null until it is known. */
  readonly total: number | null;
  /** Pictures are on their way in. */
  readonly busy: boolean;
  readonly onText: (text: string) => void;
  readonly onView: (view: PictureView) => void;
  readonly onFiles: (files: GivenFiles) => void;
  /** On from the filter to the pictures. */
  readonly onGrid: () => void;
  readonly onEmptyTrash: () => void;
}

const VIEWS: readonly PictureView[] = ["all", "favourites", "unlinked", "trash"];
const KINDS = "image/png,image/jpeg,image/webp,image/gif,.jfif,.heic,.bmp";

/** Over the grid: filter, which pictures, how many, add. */
export function PictureToolbar(props: PictureToolbarProps) {
  const { ref, text, view, total, busy, onText, onView, onFiles, onGrid, onEmptyTrash } = props;
  const { t, i18n } = useTranslation();
  const input = useRef<InputRef>(null);
  const files = useRef<HTMLInputElement>(null);
  const folder = useRef<HTMLInputElement>(null);
  // While an input method composes the letters are not yet what is meant.
  const [composed, setComposed] = useState<string | null>(null);
  useImperativeHandle(ref, () => ({
    filter: () => input.current?.focus({ cursor: "all" }),
    chooseFiles: () => files.current?.click(),
  }));
  const take = (chooser: HTMLInputElement): void => {
    if (chooser.files) onFiles(fromChooser(chooser.files));
    // The same file may be chosen again after it was mended.
    chooser.value = "";
  };
  return (
    <div className="toolbar">
      <Input
        ref={input}
        className="toolbar-filter"
        prefix={<SearchOutlined />}
        suffix={text === "" ? <kbd>/</kbd> : undefined}
        allowClear
        aria-label={t("pictures.keys.filter")}
        placeholder={t("pictures.placeholders.filter")}
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
            onGrid();
          } else if (event.key === "Escape") {
            event.preventDefault();
            if (text === "") onGrid();
            else onText("");
          }
        }}
      />
      <Select<PictureView>
        className="toolbar-view"
        aria-label={t("pictures.view")}
        value={view}
        options={VIEWS.map((value) => ({ value, label: t(`pictures.views.${value}`) }))}
        onChange={onView}
      />
      <span className="toolbar-total" role="status">
        {total === null
          ? ""
          : t("pictures.total", { count: total, number: total.toLocaleString(i18n.language) })}
      </span>
      {view === "trash" ? (
        <Button danger disabled={!total} onClick={onEmptyTrash}>
          {t("pictures.empty.button")}
        </Button>
      ) : (
        <Dropdown
          trigger={["click"]}
          disabled={busy}
          menu={{
            items: [
              {
                key: "files",
                icon: <PictureOutlined aria-hidden />,
                label: t("pictures.addFiles"),
                extra: "N",
                onClick: () => files.current?.click(),
              },
              {
                key: "folder",
                icon: <FolderOpenOutlined aria-hidden />,
                label: t("pictures.addFolder"),
                onClick: () => folder.current?.click(),
              },
              {
                key: "paste",
                icon: <SnippetsOutlined aria-hidden />,
                label: t("pictures.addPaste"),
                disabled: true,
              },
            ],
          }}
        >
          <Button type="primary" icon={<PlusOutlined aria-hidden />} loading={busy}>
            <span className="toolbar-new">{t("pictures.add")}</span>
          </Button>
        </Dropdown>
      )}
      <input
        ref={files}
        type="file"
        hidden
        multiple
        accept={KINDS}
        aria-label={t("pictures.addFiles")}
        onChange={(event) => take(event.target)}
      />
      <input
        ref={folder}
        type="file"
        hidden
        multiple
        // React does not know it; browsers have had it for ten years.
        {...{ webkitdirectory: "" }}
        aria-label={t("pictures.addFolder")}
        onChange={(event) => take(event.target)}
      />
    </div>
  );
}
