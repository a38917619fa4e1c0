import { InboxOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { type DragEvent, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Input as InputOf, Output } from "../../../shared/contract/index.ts";
import { PROMISE_LIMITS } from "../../../shared/contract/promises.ts";
import { call, inElectron } from "../../api/client.ts";
import { useCall } from "../../api/hooks.ts";
import { askForFile, sendFile } from "../../api/files.ts";
import { Due } from "../../ui/Due.tsx";
import { failureSentence } from "../../ui/Notices.tsx";
import { Dialog } from "../../ui/Dialog.tsx";

interface TakeInDialogProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly onShow: (id: string) => void;
}

/** Takes in what a colleague handed over: their text pasted, or their file. Taking it in again changes nothing. */
export function TakeInDialog({ open, onClose, onShow }: TakeInDialogProps) {
  const { t } = useTranslation();
  return (
    <Dialog
      open={open}
      onCancel={onClose}
      footer={null}
      width={560}
      title={t("promises.takeIn.title")}
      destroyOnHidden
    >
      <TakeIn onClose={onClose} onShow={onShow} />
    </Dialog>
  );
}

type Given = Omit<InputOf<"promises.takeIn">, "anyway">;
type Taken = Output<"promises.takeIn">;

function TakeIn({ onClose, onShow }: Pick<TakeInDialogProps, "onClose" | "onShow">) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [over, setOver] = useState(false);
  const [busy, setBusy] = useState(false);
  const [failed, setFailed] = useState("");
  const [taken, setTaken] = useState<Taken | null>(null);
  const [given, setGiven] = useState<Given>({});
  const picker = useRef<HTMLInputElement>(null);

  const take = async (give: () => Promise<Given | null>, anyway = false) => {
    setFailed("");
    setBusy(true);
    try {
      const content = await give();
      if (content === null) return;
      setGiven(content);
      setTaken(await call("promises.takeIn", { ...content, anyway }));
    } catch (error) {
      setFailed(failureSentence(error));
    } finally {
      setBusy(false);
    }
  };
  const takeFile = (file: File | undefined): void => {
    if (file)
      void take(async () => ({ file: (await sendFile(file, new AbortController().signal)).file }));
  };
  const choose = (): void =>
    void take(async () => {
      const source = await askForFile();
      if (source !== "page") return source && { file: source.file };
      picker.current?.click();
      return null;
    });

  if (taken && taken.meantFor !== null)
    return (
      <ForOther
        {...{ from: taken.from, to: taken.meantFor, busy, failed, onClose }}
        onAnyway={() => void take(async () => given, true)}
      />
    );
  if (taken) return <TakenView taken={taken} onClose={onClose} onShow={onShow} />;
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
          takeFile(event.dataTransfer.files[0]);
        },
      };
  return (
    <div className="take-in" data-over={over || undefined} {...dropping}>
      <Input.TextArea
        autoFocus
        value={text}
        rows={5}
        maxLength={PROMISE_LIMITS.handover}
        aria-label={t("promises.takeIn.text")}
        placeholder={t("promises.takeIn.placeholder")}
        onChange={(event) => {
          setText(event.target.value);
          setFailed("");
        }}
      />
      <p className="take-in-or">
        <InboxOutlined aria-hidden />{" "}
        {t(
          over
            ? "promises.takeIn.release"
            : inElectron
              ? "promises.takeIn.orChoose"
              : "promises.takeIn.orDrop",
        )}
        <Button size="small" onClick={choose}>
          {t("promises.takeIn.choose")}
        </Button>
      </p>
      <input
        ref={picker}
        type="file"
        hidden
        aria-label={t("promises.takeIn.choose")}
        onChange={(event) => {
          takeFile(event.target.files?.[0]);
          event.target.value = "";
        }}
      />
      {failed !== "" && (
        <p className="due-problem" role="alert">
          {failed}
        </p>
      )}
      <div className="step-foot">
        <Button onClick={onClose}>{t("promises.cancel")}</Button>
        <Button
          type="primary"
          loading={busy}
          disabled={text.trim() === ""}
          onClick={() => void take(async () => ({ text }))}
        >
          {t("promises.takeIn.run")}
        </Button>
      </div>
    </div>
  );
}

interface ForOtherProps {
  readonly from: string;
  readonly to: string;
  readonly busy: boolean;
  readonly failed: string;
  readonly onClose: () => void;
  readonly onAnyway: () => void;
}

/** It was handed to somebody else, who may have taken it in as well. */
function ForOther({ from, to, busy, failed, onClose, onAnyway }: ForOtherProps) {
  const { t } = useTranslation();
  const agentName = useCall("settings.get", {}).data?.agentName ?? "";
  return (
    <div className="take-in">
      <p className="take-in-result" role="alert">
        {t("promises.takeIn.forOther", { from, to })}
        <span>
          {agentName === ""
            ? t("promises.takeIn.noName")
            : t("promises.takeIn.youAre", { name: agentName })}
        </span>
      </p>
      {failed !== "" && (
        <p className="due-problem" role="alert">
          {failed}
        </p>
      )}
      <div className="step-foot">
        <Button loading={busy} onClick={onAnyway}>
          {t("promises.takeIn.anyway")}
        </Button>
        <Button type="primary" autoFocus onClick={onClose}>
          {t("promises.takeIn.leave")}
        </Button>
      </div>
    </div>
  );
}

interface TakenViewProps {
  readonly taken: Taken;
  readonly onClose: () => void;
  readonly onShow: (id: string) => void;
}

function TakenView({ taken, onClose, onShow }: TakenViewProps) {
  const { t } = useTranslation();
  return (
    <div className="take-in" role="status">
      <p className="take-in-result">
        {t("promises.takeIn.added", { count: taken.added, from: taken.from })}
        {taken.known > 0 && <span>{t("promises.takeIn.known", { count: taken.known })}</span>}
      </p>
      {taken.note !== "" && <blockquote>{taken.note}</blockquote>}
      <ul className="take-in-rows">
        {taken.rows.map((row) => (
          <li key={row.id}>
            <button type="button" onClick={() => onShow(row.id)}>
              <span>{row.text}</span>
              <Due due={row} className="promise-due" />
            </button>
          </li>
        ))}
      </ul>
      <div className="step-foot">
        <Button type="primary" autoFocus onClick={onClose}>
          {t("promises.takeIn.ok")}
        </Button>
      </div>
    </div>
  );
}
