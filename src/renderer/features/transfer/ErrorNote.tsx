import { Alert } from "antd";
import { useTranslation } from "react-i18next";
import { failureSentence } from "../../ui/Notices.tsx";

/** Why the last step did not happen. */
export function ErrorNote({ error, cancelled }: { error: unknown; cancelled: boolean }) {
  const { t } = useTranslation();
  if (cancelled)
    return (
      <Alert
        className="transfer-note"
        type="info"
        showIcon
        title={t("transfer.progress.cancelled")}
      />
    );
  if (error === null || error === undefined) return null;
  return (
    <Alert
      className="transfer-note"
      type="error"
      showIcon
      role="alert"
      title={failureSentence(error)}
    />
  );
}
