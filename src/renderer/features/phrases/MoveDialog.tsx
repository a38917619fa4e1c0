import { Modal } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { CategorySelect } from "./CategorySelect.tsx";
import type { CategoryNode } from "./categoryTree.ts";

interface MoveDialogProps {
  /** How many phrases are to be moved; 0 keeps the dialog closed. */
  readonly count: number;
  readonly nodes: readonly CategoryNode[];
  readonly onMove: (categoryId: string | null, name: string) => void;
  readonly onClose: () => void;
}

/** Asks where to. */
export function MoveDialog({ count, nodes, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  const [target, setTarget] = useState<{ id: string | null; name: string }>({
    id: null,
    name: t("phrases.views.uncategorised"),
  });
  return (
    <Modal
      open={count > 0}
      title={t("phrases.move.title", { count })}
      okText={t("phrases.move.button")}
      width={420}
      onOk={() => onMove(target.id, target.name)}
      onCancel={onClose}
      destroyOnHidden
    >
      <CategorySelect
        nodes={nodes}
        value={target.id}
        autoFocus
        onChange={(id, name) => setTarget({ id, name })}
      />
    </Modal>
  );
}
