import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useAct, useCall } from "../../api/hooks.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { EmptyState } from "../../ui/States.tsx";
import { useUndo } from "../../ui/Undo.tsx";
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
  const notify = useNotify();
  const undo = useUndo();
  const status = useCall("starter.status", {});
  const add = useAct("starter.add");
  const decline = useAct("starter.decline");
  const example = (
    <>
      {t("phrases.empty.example")} · <a href="#/transfer">{t("phrases.empty.import")}</a>
    </>
  );
  // What is offered must not change under the mouse.
  if (status.isPending) return null;
  if (!status.data || status.data.answered || status.data.available === 0) {
    return <EmptyState sentence={t("phrases.empty.all")} action={create} example={example} />;
  }
  return (
    <EmptyState
      sentence={t("phrases.starter.offer", { count: status.data.available })}
      action={
        <>
          <Button
            type="primary"
            loading={add.isPending}
            onClick={() =>
              add.mutate(
                {},
                {
                  onSuccess: ({ historyId, count }) => {
                    undo.offer({ historyId, sentence: t("phrases.starter.added", { count }) });
                    void status.refetch();
                  },
                },
              )
            }
          >
            {t("phrases.starter.add")}
          </Button>
          <Button
            onClick={() =>
              decline.mutate(
                {},
                {
                  onSuccess: () => {
                    notify("info", t("phrases.starter.later"));
                    void status.refetch();
                  },
                },
              )
            }
          >
            {t("phrases.starter.decline")}
          </Button>
        </>
      }
      example={example}
    />
  );
}
