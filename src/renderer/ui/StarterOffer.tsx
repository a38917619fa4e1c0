import { Button } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useAct, useCall } from "../api/hooks.ts";
import { useNotify } from "./Notices.tsx";
import { EmptyState } from "./States.tsx";
import { useUndo } from "./Undo.tsx";

interface StarterOfferProps {
  readonly example: ReactNode;
  /** Where the offer was answered already, or there is nothing to offer. */
  readonly otherwise: ReactNode;
}

/** A library without phrases is offered the starter library, once. */
export function StarterOffer({ example, otherwise }: StarterOfferProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const undo = useUndo();
  const status = useCall("starter.status", {});
  const add = useAct("starter.add");
  const decline = useAct("starter.decline");
  // What is offered must not change under the mouse.
  if (status.isPending) return null;
  if (!status.data || status.data.answered || status.data.available === 0) return otherwise;
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
