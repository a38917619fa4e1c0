import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { StarterOffer } from "../../ui/StarterOffer.tsx";
import { EmptyState } from "../../ui/States.tsx";
import type { Filter } from "./place.ts";

interface WelcomeProps {
  readonly filter: Filter;
  readonly onNew: () => void;
  readonly onClearFilter: () => void;
}

/** What the list says when it has no rows; on a fresh start it offers the starter library. */
export function Welcome({ filter, onNew, onClearFilter }: WelcomeProps) {
  const { t } = useTranslation();
  if (filter.text !== "") {
    return (
      <EmptyState
        sentence={t("phrases.empty.filter", { text: filter.text })}
        action={<Button onClick={onClearFilter}>{t("phrases.empty.clearFilter")}</Button>}
        example={t("phrases.empty.filterExample")}
      />
    );
  }
  const create = (
    <Button type="primary" onClick={onNew}>
      {t("phrases.new")}
    </Button>
  );
  if (filter.categoryId) {
    return (
      <EmptyState
        sentence={t("phrases.empty.category")}
        action={create}
        example={t("phrases.empty.categoryExample")}
      />
    );
  }
  if (filter.view === "all") return <FirstStart create={create} />;
  return (
    <EmptyState
      sentence={t(`phrases.empty.${filter.view}`)}
      example={t(`phrases.empty.${filter.view}Example`)}
    />
  );
}

function FirstStart({ create }: { create: React.ReactNode }) {
  const { t } = useTranslation();
  const example = (
    <>
      {t("phrases.empty.example")} · <a href="#/transfer">{t("phrases.empty.import")}</a>
    </>
  );
  return (
    <StarterOffer
      example={example}
      otherwise={<EmptyState sentence={t("phrases.empty.all")} action={create} example={example} />}
    />
  );
}
