import { InboxOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { inElectron } from "../../api/client.ts";
import { useNotify } from "../../ui/Notices.tsx";
import type { Import } from "./useImport.ts";

const ENDINGS = ".csv,.tsv,.txt,.xlsx,.json";

/** Drop a file, or choose one. */
export function ChooseFile({ work }: { work: Import }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);

  const choose = (): void => {
    work
      .choose()
      .then((who) => {
        if (who === "page") input.current?.click();
      })
      .catch(work.fail);
  };

  const take = (files: FileList | null): void => {
    const file = files?.[0];
    if (!file) return;
    if (files.length > 1) notify("warning", t("transfer.choose.oneOnly"));
    else void work.takeFile(file);
  };

  // In Electron the page has no right to a dropped file's bytes on disk: the dialog is the way.
  const dropping = inElectron
    ? {}
    : {
        onDragOver: (event: DragEvent) => {
          event.preventDefault();
          setOver(true);
        },
        onDragLeave: (event: DragEvent) => {
          if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
        },
        onDrop: (event: DragEvent) => {
          event.preventDefault();
          setOver(false);
          take(event.dataTransfer.files);
        },
      };

  return (
    <section className={over ? "transfer-drop over" : "transfer-drop"} {...dropping}>
      <InboxOutlined className="transfer-drop-icon" />
      <p className="transfer-drop-words">
        {over
          ? t("transfer.choose.release")
          : t(inElectron ? "transfer.choose.only" : "transfer.choose.drop")}
        {!over && (
          <Button type="primary" onClick={choose}>
            {t("transfer.choose.button")}
          </Button>
        )}
      </p>
      <p className="transfer-soft">{t("transfer.choose.formats")}</p>
      <p className="transfer-soft">{t("transfer.choose.safe")}</p>
      <p className="transfer-soft">{t("transfer.choose.example")}</p>
      <input
        ref={input}
        type="file"
        hidden
        accept={ENDINGS}
        aria-label={t("transfer.choose.button")}
        onChange={(event) => {
          take(event.target.files);
          // The same file may be chosen again after it was mended.
          event.target.value = "";
        }}
      />
    </section>
  );
}
