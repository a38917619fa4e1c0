import { useTranslation } from "react-i18next";
import { isComposing } from "../../ui/keys.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { CategorySelect } from "./CategorySelect.tsx";
import type { CategoryNode } from "./categoryTree.ts";

interface MoveDialogProps {
  /** How many phrases are to be moved; 0 keeps the dialog closed. */
  readonly count: number;
  readonly nodes: readonly CategoryNode[];
  readonly onMove: (categoryId: string | null, name: string) => void;
  readonly onClose: () => void;
}

/** Asks where to: the category that is picked is the answer, by Enter or by a click. */
export function MoveDialog({ count, nodes, onMove, onClose }: MoveDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={count > 0}
      title={t("phrases.move.title", { count })}
      width={420}
      style={{ top: 72 }}
      footer={null}
      onCancel={onClose}
      destroyOnHidden
    >
      {/* The list is all there is here: Esc closes both. */}
      <div
        role="presentation"
        onKeyDownCapture={(event) => {
          if (event.key === "Escape" && !isComposing(event.nativeEvent)) onClose();
        }}
      >
        <CategorySelect
          nodes={nodes}
          value={undefined}
          placeholder={t("phrases.move.pick")}
          atOnce
          onChange={onMove}
        />
      </div>
    </Dialog>
  );
}
