import { Button, Input, Space } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { PICTURE_LIMITS } from "../../../shared/contract/pictures.ts";

interface PictureBulkProps {
  readonly count: number;
  readonly inTrash: boolean;
  readonly onSku: (sku: string) => void;
  readonly onTag: (tag: string) => void;
  readonly onTrash: () => void;
  readonly onRestore: () => void;
}

/** What can be done to many pictures at once. */
export function PictureBulk(props: PictureBulkProps) {
  const { count, inTrash, onSku, onTag, onTrash, onRestore } = props;
  const { t } = useTranslation();
  const [sku, setSku] = useState("");
  const [tag, setTag] = useState("");
  return (
    <div className="bulk">
      <p className="bulk-count">
        <b>{count}</b> {t("pictures.bulk.selected")}
      </p>
      {inTrash ? (
        <Button type="primary" onClick={onRestore}>
          {t("pictures.restore")}
        </Button>
      ) : (
        <>
          <Space.Compact>
            <Input
              value={sku}
              maxLength={PICTURE_LIMITS.sku}
              aria-label={t("pictures.bulk.sku")}
              placeholder={t("pictures.bulk.skuPlaceholder")}
              onChange={(event) => setSku(event.target.value)}
              onPressEnter={() => onSku(sku.trim())}
            />
            <Button onClick={() => onSku(sku.trim())}>{t("pictures.bulk.apply")}</Button>
          </Space.Compact>
          <Space.Compact>
            <Input
              value={tag}
              maxLength={PICTURE_LIMITS.tag}
              aria-label={t("pictures.bulk.tag")}
              placeholder={t("pictures.bulk.tagPlaceholder")}
              onChange={(event) => setTag(event.target.value)}
              onPressEnter={() => tag.trim() !== "" && onTag(tag.trim())}
            />
            <Button disabled={tag.trim() === ""} onClick={() => onTag(tag.trim())}>
              {t("pictures.bulk.addTag")}
            </Button>
          </Space.Compact>
          <Button danger onClick={onTrash}>
            {t("pictures.trash")}
          </Button>
        </>
      )}
      <p className="bulk-hint">{t("pictures.bulk.hint")}</p>
    </div>
  );
}
