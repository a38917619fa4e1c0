import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useAct, useCall } from "../../api/hooks.ts";
import { useUndo } from "../../ui/Undo.tsx";
import { Section } from "./Section.tsx";

/** The phrases that come with the program: in, or out again. */
export function StarterSection() {
  const { t } = useTranslation();
  const status = useCall("starter.status", {});
  const undo = useUndo();
  const add = useAct("starter.add");
  const remove = useAct("starter.remove");
  if (!status.data) return null;
  const { available, installed } = status.data;
  return (
    <Section
      name="starter"
      title={t("settings.starter.title")}
      lead={t("settings.starter.words", { available, installed })}
    >
      <div className="settings-actions">
        {installed < available && (
          <Button
            loading={add.isPending}
            onClick={() =>
              add.mutate(
                {},
                {
                  onSuccess: ({ historyId, count }) =>
                    undo.offer({ historyId, sentence: t("settings.starter.added", { count }) }),
                },
              )
            }
          >
            {t(installed === 0 ? "settings.starter.add" : "settings.starter.addRest")}
          </Button>
        )}
        {installed > 0 && (
          <Button
            loading={remove.isPending}
            onClick={() =>
              remove.mutate(
                {},
                {
                  onSuccess: ({ historyId, count }) =>
                    undo.offer({ historyId, sentence: t("settings.starter.removed", { count }) }),
                },
              )
            }
          >
            {t("settings.starter.remove")}
          </Button>
        )}
        {installed > 0 && (
          <span className="settings-soft">{t("settings.starter.removeWords")}</span>
        )}
      </div>
    </Section>
  );
}
