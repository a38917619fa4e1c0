import { ArrowDownOutlined, ArrowUpOutlined, CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Dropdown } from "antd";
import {
  type ClipboardEvent,
  type DragEvent,
  type KeyboardEvent,
  useEffect,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { PHRASE_LIMITS, type PhraseDraft, type Segment } from "../../../shared/contract/phrases.ts";
import { useCall } from "../../api/hooks.ts";
import { LiveFindings } from "../../ui/Findings.tsx";
import { isUndoKey } from "../../ui/keys.ts";
import { sayFailure } from "../../ui/Notices.tsx";
import { AddStrip } from "../../ui/pictures/AddStrip.tsx";
import {
  bringsFiles,
  fromChooser,
  fromClipboard,
  fromDrop,
  type Given,
} from "../../ui/pictures/given.ts";
import { PicturePicker } from "../../ui/pictures/PicturePicker.tsx";
import { Thumb } from "../../ui/pictures/Thumb.tsx";
import { useAddPictures } from "../../ui/pictures/useAddPictures.ts";
import { fieldsOf, moved, piecesOf } from "../../ui/segments.ts";
import { SplitNote } from "../../ui/SplitNote.tsx";
import { TemplateField } from "../../ui/template/TemplateField.tsx";
import { useSplit } from "../../ui/useSplit.ts";
import "./segments.css";

interface SegmentsFieldProps {
  readonly id: string;
  readonly value: Pick<PhraseDraft, "body" | "segments">;
  /** Whose forbidden words count. */
  readonly shop: string;
  readonly readOnly: boolean;
  readonly onChange: (value: Pick<PhraseDraft, "body" | "segments">) => void;
}

const count = (pieces: readonly Segment[], kind: Segment["kind"]): number =>
  pieces.filter((piece) => piece.kind === kind).length;

/**
 * What is sent: one text, or texts and pictures one after another. Pictures come by button, Ctrl+V or drag and drop;
 * Alt+arrows move a piece, Alt+S splits one that is too long.
 */
export function SegmentsField({ id, value, shop, readOnly, onChange }: SegmentsFieldProps) {
  const { t } = useTranslation();
  const work = useAddPictures();
  const chooser = useRef<HTMLInputElement>(null);
  const [picking, setPicking] = useState(false);
  const [over, setOver] = useState(false);
  const pieces = piecesOf(value);
  const texts = pieces.flatMap((piece) => (piece.kind === "text" ? [piece.text] : []));
  const several = pieces.length > 1 || pieces[0]?.kind === "picture";
  // What there is by the time new pictures have arrived.
  const latest = useRef(pieces);
  useEffect(() => {
    latest.current = pieces;
  });

  const put = (next: readonly Segment[]): void => onChange(fieldsOf(next));
  const split = useSplit(pieces, put);
  const full = texts.length >= PHRASE_LIMITS.textSegments;
  const replace = (at: number, piece: Segment): void =>
    put(pieces.map((old, index) => (index === at ? piece : old)));
  const append = (ids: readonly string[]): void => {
    const room = PHRASE_LIMITS.pictureSegments - count(latest.current, "picture");
    // A phrase of pictures alone does not begin with an empty text.
    const before = latest.current.filter((piece) => piece.kind === "picture" || piece.text !== "");
    put([
      ...before,
      ...ids.slice(0, room).map((picture): Segment => ({ kind: "picture", picture })),
    ]);
  };
  const take = (given: readonly Given[]): void =>
    void work.add(given).then((ids) => (ids.length > 0 ? append(ids) : undefined));

  const pressed = (event: KeyboardEvent, at: number): void => {
    if (isUndoKey(event) && split.made !== null) {
      event.preventDefault();
      event.stopPropagation();
      split.takeBack();
      return;
    }
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (by === 0 || !event.altKey || readOnly) return;
    event.preventDefault();
    event.stopPropagation();
    put(moved(pieces, at, at + by));
  };
  const pasted = (event: ClipboardEvent): void => {
    const given = fromClipboard(event.clipboardData, t("phrases.segments.pasted"));
    if (readOnly || given.length === 0) return;
    event.preventDefault();
    take(given);
  };
  const dropping = {
    onDragOver(event: DragEvent) {
      if (readOnly || !bringsFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(true);
    },
    onDragLeave: () => setOver(false),
    onDrop(event: DragEvent) {
      if (readOnly || !bringsFiles(event.dataTransfer)) return;
      event.preventDefault();
      setOver(false);
      fromDrop(event.dataTransfer)
        .then(({ pictures }) => take(pictures))
        .catch(sayFailure);
    },
  };

  return (
    <div className="segments" data-over={over || undefined} onPaste={pasted} {...dropping}>
      <AddStrip work={work} />
      {pieces.map((piece, at) => (
        <div
          key={at}
          className={several ? "segment" : "segment-only"}
          onKeyDown={(event) => pressed(event, at)}
        >
          {piece.kind === "text" ? (
            <TemplateField
              {...(at === 0 ? { id } : {})}
              value={piece.text}
              texts={texts}
              index={count(pieces.slice(0, at), "text")}
              readOnly={readOnly}
              maxLength={PHRASE_LIMITS.body}
              rows={{ minRows: several ? 2 : 5, maxRows: 18 }}
              placeholder={t("phrases.placeholders.body")}
              {...(at === 0 ? {} : { label: t("phrases.segments.name", { place: at + 1 }) })}
              onChange={(text) => replace(at, { kind: "text", text })}
            />
          ) : (
            <PicturePiece picture={piece.picture} />
          )}
          {piece.kind === "text" && !readOnly && (
            <LiveFindings
              text={piece.text}
              shop={shop}
              onText={(text) => replace(at, { kind: "text", text })}
              onSplit={full ? null : (limit) => split.split(at, limit)}
            />
          )}
          {several && !readOnly && (
            <div className="segment-tools">
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                aria-label={t("phrases.segments.up", { place: at + 1 })}
                title="Alt+↑"
                disabled={at === 0}
                onClick={() => put(moved(pieces, at, at - 1))}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                aria-label={t("phrases.segments.down", { place: at + 1 })}
                title="Alt+↓"
                disabled={at === pieces.length - 1}
                onClick={() => put(moved(pieces, at, at + 1))}
              />
              <Button
                type="text"
                size="small"
                icon={<CloseOutlined />}
                aria-label={t("phrases.segments.remove", { place: at + 1 })}
                onClick={() => put(pieces.filter((_, index) => index !== at))}
              />
            </div>
          )}
        </div>
      ))}
      <SplitNote split={split} />
      {!readOnly && (
        <div className="segments-add">
          <Button
            size="small"
            type="dashed"
            icon={<PlusOutlined />}
            disabled={full}
            onClick={() => put([...pieces, { kind: "text", text: "" }])}
          >
            {t("phrases.segments.text")}
          </Button>
          <Dropdown
            trigger={["click"]}
            disabled={count(pieces, "picture") >= PHRASE_LIMITS.pictureSegments}
            menu={{
              items: [
                {
                  key: "store",
                  label: t("phrases.segments.fromStore"),
                  onClick: () => setPicking(true),
                },
                {
                  key: "files",
                  label: t("phrases.segments.fromFiles"),
                  onClick: () => chooser.current?.click(),
                },
              ],
            }}
          >
            <Button size="small" type="dashed" icon={<PlusOutlined />}>
              {t("phrases.segments.picture")}
            </Button>
          </Dropdown>
          {several && <span className="segments-hint">{t("phrases.segments.hint")}</span>}
        </div>
      )}
      <input
        ref={chooser}
        type="file"
        hidden
        multiple
        accept="image/png,image/jpeg,image/webp,image/gif,.jfif,.heic,.bmp"
        aria-label={t("phrases.segments.fromFiles")}
        onChange={(event) => {
          if (event.target.files) take(fromChooser(event.target.files).pictures);
          event.target.value = "";
        }}
      />
      <PicturePicker
        open={picking}
        sku=""
        onClose={() => setPicking(false)}
        onPick={(ids) => {
          setPicking(false);
          append(ids);
        }}
      />
    </div>
  );
}

function PicturePiece({ picture }: { picture: string }) {
  const { t } = useTranslation();
  const row = useCall("pictures.rows", { ids: [picture] }).data?.[0];
  return (
    <div className="segment-picture" tabIndex={0}>
      <Thumb id={picture} alt="" />
      <span>{row ? row.name : t("phrases.segments.gone")}</span>
    </div>
  );
}
