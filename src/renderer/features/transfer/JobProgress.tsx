import { Button, Progress } from "antd";
import { useTranslation } from "react-i18next";
import type { Job } from "./useImport.ts";

/** How far long work has come, and the way out of it. */
export function JobProgress({ job, onCancel }: { job: Job; onCancel: () => void }) {
  const { t, i18n } = useTranslation();
  const number = new Intl.NumberFormat(i18n.language);
  const known = job.total > 0;
  const percent = known ? Math.min(100, Math.round((job.done / job.total) * 100)) : 0;
  const sentences = {
    send: t("transfer.progress.sending", { name: job.name }),
    plan: t("transfer.progress.plan", { name: job.name }),
    apply: t("transfer.progress.apply", { name: job.name }),
  };
  return (
    <section className="transfer-progress" aria-live="polite">
      <p>{sentences[job.kind]}</p>
      <Progress
        percent={percent}
        showInfo={known}
        status="active"
        aria-label={sentences[job.kind]}
      />
      <p className="transfer-soft transfer-digits">
        {known
          ? t("transfer.progress.rows", {
              done: number.format(job.done),
              total: number.format(job.total),
            })
          : "\u00a0"}
      </p>
      <Button onClick={onCancel} disabled={job.cancelling}>
        {t(job.cancelling ? "transfer.progress.cancelling" : "transfer.progress.cancel")}
      </Button>
    </section>
  );
}
