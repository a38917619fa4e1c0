import { CopyOutlined, DownloadOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { call } from "../../api/client.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import { keepFile } from "../../ui/delivering.ts";

interface HandoverViewProps {
  readonly ids: string[];
  readonly to: string;
  /** What to send: the list in words with the code their program reads. */
  readonly text: string;
}

/** What was handed on, as text to send in a chat and as a file. Sending it twice doubles nothing. */
export function HandoverView({ ids, to, text }: HandoverViewProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const [said, setSaid] = useState("");
  const copy = async (): Promise<void> => {
    try {
      await navigator.clipboard.writeText(text);
      setSaid(t("promises.hand.copied", { to }));
    } catch (cause) {
      notify("error", t("promises.hand.copyRefused", { detail: String(cause) }));
    }
  };
  const save = async (): Promise<void> => {
    try {
      const { file } = await call("promises.handover", { ids, save: true });
      if (file && keepFile(file)) setSaid(t("promises.hand.saved", { to }));
    } catch (error) {
      sayFailure(error);
    }
  };
  return (
    <div className="handover">
      <p>{t("promises.hand.lead", { to })}</p>
      <textarea
        className="handover-text"
        readOnly
        rows={6}
        value={text}
        aria-label={t("promises.hand.text")}
      />
      <div className="handover-tools">
        <Button type="primary" icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
          {t("promises.hand.copy")}
        </Button>
        <Button icon={<DownloadOutlined aria-hidden />} onClick={() => void save()}>
          {t("promises.hand.save")}
        </Button>
        <span className="handover-said" role="status">
          {said}
        </span>
      </div>
    </div>
  );
}
