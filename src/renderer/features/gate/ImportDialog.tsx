import { Alert, Button, Radio, Segmented, Select } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type GateKind,
  gateKind,
  type GateSeverity,
  gateSeverity,
  type OwnSource,
  ownSource,
} from "../../../shared/contract/gate.ts";
import type { Output } from "../../../shared/contract/index.ts";
import { call } from "../../api/client.ts";
import { sendFile } from "../../api/files.ts";
import { sentence } from "../../i18n/i18n.ts";
import { failureSentence } from "../../ui/Notices.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

type Result = Output<"gate.import">;

/** A list from a file: what it is where the file does not say, then what came of it. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const undo = useUndo();
  const picker = useRef<HTMLInputElement>(null);
  const [file, setFile] = useState<File | null>(null);
  const [source, setSource] = useState<OwnSource>("mine");
  const [kind, setKind] = useState<GateKind>("other");
  const [severity, setSeverity] = useState<GateSeverity>("warn");
  const [busy, setBusy] = useState(false);
  const [result, setResult] = useState<Result | null>(null);
  const [error, setError] = useState<unknown>(null);

  const run = async (): Promise<void> => {
    if (!file) {
      picker.current?.click();
      return;
    }
    setBusy(true);
    setError(null);
    try {
      const { file: name } = await sendFile(file, new AbortController().signal);
      const taken = await call("gate.import", { file: name, source, kind, severity });
      setResult(taken);
      const { historyId } = taken;
      if (historyId !== null)
        undo.offer({
          historyId,
          sentence: t("gate.file.offer", { count: taken.added + taken.changed }),
        });
    } catch (failed) {
      setError(failed);
    } finally {
      setBusy(false);
    }
  };

  return (
    <Dialog
      open
      title={t("gate.file.title")}
      okText={t(result ? "gate.file.close" : "gate.file.run")}
      okButtonProps={{ disabled: !result && file === null }}
      cancelButtonProps={result ? { style: { display: "none" } } : {}}
      confirmLoading={busy}
      onOk={result ? onClose : () => void run()}
      onCancel={onClose}
    >
      {result ? (
        <Done result={result} />
      ) : (
        <div className="word-fields">
          <p className="gate-soft">{t("gate.file.lead")}</p>
          <input
            ref={picker}
            type="file"
            hidden
            accept=".csv,.tsv,.txt,.xlsx"
            onChange={(event) => setFile(event.target.files?.[0] ?? null)}
          />
          <div className="word-pair">
            <Button onClick={() => picker.current?.click()}>{t("gate.file.choose")}</Button>
            <span className="gate-file-name">{file?.name}</span>
          </div>
          <p className="gate-soft">{t("gate.file.defaults")}</p>
          <div className="word-pair">
            <Select
              aria-label={t("gate.editor.kind")}
              className="wide"
              value={kind}
              options={gateKind.options.map((value) => ({
                value,
                label: t(`gate.kinds.${value}`),
              }))}
              onChange={setKind}
            />
            <Segmented
              aria-label={t("gate.editor.severity")}
              value={severity}
              options={gateSeverity.options.map((value) => ({
                value,
                label: t(`gate.severities.${value}`),
              }))}
              onChange={setSeverity}
            />
          </div>
          <Radio.Group
            aria-label={t("gate.editor.source")}
            value={source}
            options={ownSource.options
              .toReversed()
              .map((value) => ({ value, label: t(`gate.sources.${value}`) }))}
            onChange={(event) => setSource(event.target.value)}
          />
        </div>
      )}
      {error !== null && <Alert type="error" showIcon title={failureSentence(error)} />}
    </Dialog>
  );
}

function Done({ result }: { result: Result }) {
  const { t } = useTranslation();
  const { added, changed, same, refused, refusedCount } = result;
  return (
    <div role="status">
      <p>{t("gate.file.done", { added, changed, same })}</p>
      {refusedCount > 0 && (
        <>
          <p>{t("gate.file.refused", { count: refusedCount })}</p>
          <ul className="gate-refused">
            {refused.map(({ row, code, params }) => (
              <li key={row}>
                {t("gate.file.row", { row })}: {sentence(code, params)}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}
