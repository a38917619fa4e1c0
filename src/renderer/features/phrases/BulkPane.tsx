import { DeleteOutlined, FolderOutlined, UndoOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";

interface BulkPaneProps {
  readonly count: number;
  readonly inTrash: boolean;
  readonly onMove: () => void;
  readonly onTrash: () => void;
  readonly onRestore: () => void;
}

/** The right side while several phrases are selected. */
export function BulkPane({ count, inTrash, onMove, onTrash, onRestore }: BulkPaneProps) {
  const { t } = useTranslation();
  return (
    <div className="bulk">
      <p className="bulk-count">
        <b>{count}</b> {t("phrases.bulk.selected")}
      </p>
      {inTrash ? (
        <Button type="primary" icon={<UndoOutlined aria-hidden />} onClick={onRestore}>
          {t("phrases.restore")}
        </Button>
      ) : (
        <>
          <Button icon={<FolderOutlined aria-hidden />} onClick={onMove}>
            {t("phrases.moveTo")}
          </Button>
          <Button danger icon={<DeleteOutlined aria-hidden />} onClick={onTrash}>
            {t("phrases.trash")}
          </Button>
        </>
      )}
      <p className="bulk-hint">{t("phrases.bulk.hint")}</p>
    </div>
  );
}
