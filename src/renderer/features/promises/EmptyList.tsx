import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { EmptyState } from "../../ui/States.tsx";
import type { PromisePlace } from "./PromiseToolbar.tsx";

interface EmptyListProps {
  readonly place: PromisePlace;
  readonly onNew: () => void;
  readonly onClear: () => void;
}

/** What the list says when it has no rows. */
export function EmptyList({ place, onNew, onClear }: EmptyListProps) {
  const { t } = useTranslation();
  if (place.text !== "")
    return (
      <EmptyState
        sentence={t("promises.empty.filter", { text: place.text })}
        action={<Button onClick={onClear}>{t("promises.empty.clearFilter")}</Button>}
        example={t("promises.empty.filterExample")}
      />
    );
  if (place.view === "closed")
    return (
      <EmptyState
        sentence={t("promises.empty.closed")}
        example={t("promises.empty.closedExample")}
      />
    );
  return (
    <EmptyState
      sentence={t("promises.empty.open")}
      action={
        <Button type="primary" onClick={onNew}>
          {t("promises.new")}
        </Button>
      }
      example={t("promises.empty.openExample")}
    />
  );
}
