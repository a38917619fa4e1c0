import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { PictureView } from "../../../shared/contract/pictures.ts";
import { EmptyState } from "../../ui/States.tsx";

interface PictureEmptyProps {
  readonly view: PictureView;
  readonly text: string;
  readonly onAdd: () => void;
  readonly onClearFilter: () => void;
}

/** What the grid says when it shows nothing. */
export function PictureEmpty({ view, text, onAdd, onClearFilter }: PictureEmptyProps) {
  const { t } = useTranslation();
  if (text !== "")
    return (
      <EmptyState
        sentence={t("pictures.empty.filter", { text })}
        action={<Button onClick={onClearFilter}>{t("pictures.empty.clearFilter")}</Button>}
        example={t("pictures.empty.filterExample")}
      />
    );
  if (view === "all")
    return (
      <EmptyState
        sentence={t("pictures.empty.all")}
        action={
          <Button type="primary" onClick={onAdd}>
            {t("pictures.addFiles")}
          </Button>
        }
        example={t("pictures.empty.allExample")}
      />
    );
  return (
    <EmptyState
      sentence={t(`pictures.empty.${view}`)}
      example={t(`pictures.empty.${view}Example`)}
    />
  );
}
