import { Alert, Button } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "../../../shared/contract/index.ts";
import { call } from "../../api/client.ts";
import { askForFile, sendFile, type Source } from "../../api/files.ts";
import { sentence } from "../../i18n/i18n.ts";
import { failureSentence } from "../../ui/Notices.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { money } from "./money.ts";

type Plan = Output<"urging.plan">;
type Done = Output<"urging.import">;

/** A file of unpaid orders: looked at first, then taken in. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const picker = useRef<HTMLInputElement>(null);
  const [source, setSource] = useState<Source | null>(null);
  const [plan, setPlan] = useState<Plan | null>(null);
  const [done, setDone] = useState<Done | null>(null);
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const work = async (job: () => Promise<void>): Promise<void> => {
    setBusy(true);
    setError(null);
    try {
      await job();
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };
  const look = (given: Source): Promise<void> =>
    work(async () => {
      setPlan(null);
      setSource(given);
      setPlan(await call("urging.plan", { file: given.file }));
    });
  const choose = async (): Promise<void> => {
    const asked = await askForFile();
    if (asked === "page") picker.current?.click();
    else if (asked) await look(asked);
  };
  const run = (): Promise<void> =>
    work(async () => {
      if (source) setDone(await call("urging.import", { file: source.file }));
    });

  const news = plan ? plan.added + plan.changed : 0;
  return (
    <Dialog
      open
      width={640}
      title={t("urging.file.title")}
      onCancel={onClose}
      footer={
        done ? (
          <Button type="primary" autoFocus onClick={onClose}>
            {t("urging.file.close")}
          </Button>
        ) : (
          <>
            <Button onClick={onClose}>{t("urging.file.cancel")}</Button>
            {plan && (
              <Button type="primary" autoFocus loading={busy} onClick={() => void run()}>
                {news === 0 && plan.same === 0
                  ? t("urging.file.nothing")
                  : t("urging.file.run", { count: news + plan.same })}
              </Button>
            )}
          </>
        )
      }
    >
      <div className="import-orders">
        {!done && <p className="urging-soft">{t("urging.file.lead")}</p>}
        <input
          ref={picker}
          type="file"
          hidden
          accept=".csv,.tsv,.txt,.xlsx"
          onChange={(event) => {
            const file = event.target.files?.[0];
            if (file)
              void work(async () => {
                await look(await sendFile(file, new AbortController().signal));
              });
          }}
        />
        {!done && (
          <div className="import-file">
            <Button
              type={plan ? "default" : "primary"}
              loading={busy && !plan}
              onClick={() => void choose()}
            >
              {t(plan ? "urging.file.other" : "urging.file.choose")}
            </Button>
            <span>{source?.name}</span>
          </div>
        )}
        {error !== null && <Alert type="error" showIcon title={failureSentence(error)} />}
        {done ? (
          <div role="status">
            <p>{t("urging.file.done", { added: done.added, changed: done.changed })}</p>
            <Refused refused={done.refused} count={done.refusedCount} />
          </div>
        ) : (
          plan && <PlanView plan={plan} />
        )}
      </div>
    </Dialog>
  );
}

function PlanView({ plan }: { plan: Plan }) {
  const { t } = useTranslation();
  const columns = Object.entries(plan.columns)
    .map(
      ([at, column]) => `${plan.headers[Number(at)] ?? ""} → ${t(`urging.file.column.${column}`)}`,
    )
    .join("　");
  return (
    <div role="status">
      <p>
        <b>
          {t("urging.file.would", { added: plan.added, changed: plan.changed, same: plan.same })}
        </b>
      </p>
      {plan.paid > 0 && <p>{t("urging.file.paid", { count: plan.paid })}</p>}
      {plan.repeated > 0 && (
        <p className="urging-soft">{t("urging.file.repeated", { count: plan.repeated })}</p>
      )}
      <p className="urging-soft">
        {t("urging.file.columns")}: {columns}
      </p>
      <ul className="import-preview">
        {plan.preview.map(({ order, buyer, shop, amount }) => (
          <li key={order}>
            <span>{order}</span>
            <span>{buyer || t("urging.noBuyer")}</span>
            <span>{amount === null ? "" : money(amount)}</span>
            <span>{shop}</span>
          </li>
        ))}
      </ul>
      <Refused refused={plan.refused} count={plan.refusedCount} />
    </div>
  );
}

function Refused({ refused, count }: { refused: Plan["refused"]; count: number }) {
  const { t } = useTranslation();
  if (count === 0) return null;
  return (
    <>
      <p className="import-bad">{t("urging.file.refused", { count })}</p>
      <ul className="import-refused">
        {refused.map(({ row, column, code, params }) => (
          <li key={row}>
            {t("urging.file.row", { row })}
            {column !== "" && ` · ${column}`}: {sentence(code, params)}
          </li>
        ))}
      </ul>
    </>
  );
}
