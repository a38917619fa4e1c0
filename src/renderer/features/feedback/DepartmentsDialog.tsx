import { Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { FEEDBACK_LIMITS } from "../../../shared/contract/feedback.ts";
import { useCall } from "../../api/hooks.ts";
import { useSaveSettings } from "../../api/settings.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

/** As many departments as may be named. */
const MOST = 30;

/** The departments that can solve things, one a line. */
export function DepartmentsDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const save = useSaveSettings();
  const saved = useCall("settings.get", {}).data?.feedbackDepartments ?? [];
  const usual = useCall("feedback.suggest", { text: "" }).data?.departments ?? [];
  const [typed, setTyped] = useState<string | null>(null);
  const lines = (typed ?? (saved.length > 0 ? saved : usual).join("\n"))
    .split("\n")
    .map((line) => line.trim().slice(0, FEEDBACK_LIMITS.department))
    .filter((line) => line !== "");
  return (
    <Dialog
      open
      title={t("feedback.departments.title")}
      okText={t("feedback.departments.save")}
      confirmLoading={save.isPending}
      onCancel={onClose}
      onOk={() =>
        save.mutate(
          { feedbackDepartments: [...new Set(lines)].slice(0, MOST) },
          {
            onSuccess: () => {
              notify("info", t("feedback.departments.saved"));
              onClose();
            },
          },
        )
      }
    >
      <p className="feedback-soft">{t("feedback.departments.lead")}</p>
      <Input.TextArea
        autoFocus
        aria-label={t("feedback.departments.title")}
        autoSize={{ minRows: 5, maxRows: 14 }}
        value={typed ?? lines.join("\n")}
        onChange={(event) => setTyped(event.target.value)}
      />
    </Dialog>
  );
}
