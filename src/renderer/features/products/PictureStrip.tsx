import { CloseCircleFilled, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { PRODUCT_LIMITS } from "../../../shared/contract/products.ts";
import { sayFailure } from "../../ui/Notices.tsx";
import { AddStrip } from "../../ui/pictures/AddStrip.tsx";
import { bringsFiles, fromChooser, fromDrop, type Given } from "../../ui/pictures/given.ts";
import { Thumb } from "../../ui/pictures/Thumb.tsx";
import { useAddPictures } from "../../ui/pictures/useAddPictures.ts";
import { PicturePicker } from "../../ui/pictures/PicturePicker.tsx";

interface PictureStripProps {
  readonly value: readonly string[];
  /** New pictures get it. */
  readonly sku: string;
  readonly disabled: boolean;
  readonly onChange: (ids: string[]) => void;
}

const OURS = "application/x-replydeck-place";

/** The pictures of a card in order: drag or Alt+arrows move one, Del takes it off, files can be dropped. */
export function PictureStrip({ value, sku, disabled, onChange }: PictureStripProps) {
  const { t } = useTranslation();
  const work = useAddPictures();
  const chooser = useRef<HTMLInputElement>(null);
  const strip = useRef<HTMLUListElement>(null);
  const [picking, setPicking] = useState(false);
  const [over, setOver] = useState(false);
  // What the card has by the time new pictures have arrived.
  const latest = useRef(value);
  useEffect(() => {
    latest.current = value;
  });

  const append = (ids: readonly string[]): void =>
    onChange([...new Set([...latest.current, ...ids])].slice(0, PRODUCT_LIMITS.pictures));
  const take = (given: readonly Given[]): void =>
    void work.add(given, sku === "" ? {} : { sku }).then((ids) => ids.length > 0 && append(ids));

  const moved = (from: number, to: number): void => {
    if (from === to || to < 0 || to >= value.length) return;
    const next = value.filter((_, at) => at !== from);
    next.splice(to, 0, value[from]!);
    onChange(next);
    requestAnimationFrame(() =>
      strip.current?.querySelectorAll<HTMLElement>("[data-place]")[to]?.focus(),
    );
  };
  const pressed = (event: KeyboardEvent, at: number): void => {
    const by = event.key === "ArrowLeft" ? -1 : event.key === "ArrowRight" ? 1 : 0;
    if (by !== 0 && event.altKey) moved(at, at + by);
    else if (event.key === "Delete") onChange(value.filter((_, index) => index !== at));
    else if (by !== 0)
      strip.current?.querySelectorAll<HTMLElement>("[data-place]")[at + by]?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  const dropping = {
    onDragOver(event: DragEvent) {
      if (disabled || !bringsFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      if (disabled || !bringsFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(false);
      fromDrop(event.dataTransfer)
        .then(({ pictures }) => take(pictures))
        .catch(sayFailure);
    },
  };

  return (
    <div className="strip-place" data-over={over || undefined} {...dropping}>
      <AddStrip work={work} />
      <ul ref={strip} className="strip" aria-label={t("products.fields.pictures")}>
        {value.map((id, at) => (
          <li
            key={id}
            className="strip-item"
            data-place={at}
            tabIndex={0}
            aria-label={t("products.pictures.name", { number: at + 1 })}
            draggable={!disabled}
            onKeyDown={(event) => !disabled && pressed(event, at)}
            onDragStart={(event) => event.dataTransfer.setData(OURS, String(at))}
            onDragOver={(event) => {
              if (event.dataTransfer.types.includes(OURS)) event.preventDefault();
            }}
            onDrop={(event) => {
              const from = event.dataTransfer.getData(OURS);
              if (from === "") return;
              event.preventDefault();
              moved(Number(from), at);
            }}
          >
            <Thumb id={id} alt="" />
            {at === 0 && <span className="strip-face">{t("products.pictures.face")}</span>}
            {!disabled && (
              <button
                type="button"
                className="strip-remove"
                tabIndex={-1}
                aria-label={`${t("products.pictures.remove")} ${at + 1}`}
                onClick={() => onChange(value.filter((_, index) => index !== at))}
              >
                <CloseCircleFilled aria-hidden />
              </button>
            )}
          </li>
        ))}
        {!disabled && value.length < PRODUCT_LIMITS.pictures && (
          <li>
            <Dropdown
              trigger={["click"]}
              menu={{
                items: [
                  {
                    key: "store",
                    label: t("products.pictures.fromStore"),
                    onClick: () => setPicking(true),
                  },
                  {
                    key: "files",
                    label: t("products.pictures.fromFiles"),
                    onClick: () => chooser.current?.click(),
                  },
                ],
              }}
            >
              <Button className="strip-add" type="dashed" icon={<PlusOutlined aria-hidden />}>
                {t("products.pictures.add")}
              </Button>
            </Dropdown>
          </li>
        )}
      </ul>
      {!disabled && value.length > 0 && <p className="strip-hint">{t("products.pictures.hint")}</p>}
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept="image/png,image/jpeg,image/webp,image/gif,.jfif,.heic,.bmp"
        aria-label={t("products.pictures.fromFiles")}
        onChange={(event) => {
          if (event.target.files) take(fromChooser(event.target.files).pictures);
          event.target.value = "";
        }}
      />
      <PicturePicker
        open={picking}
        sku={sku}
        onClose={() => setPicking(false)}
        onPick={(ids) => {
          setPicking(false);
          append(ids);
        }}
      />
    </div>
  );
}
