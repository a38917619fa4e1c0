import { AutoComplete, Button, Input } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { PROMISE_LIMITS } from "../../../shared/contract/promises.ts";
import { isComposing } from "../../ui/keys.ts";
import { useColleagues } from "./useColleagues.ts";

interface HandFormProps {
  /** The name to begin with. */
  readonly to?: string;
  readonly onHand: (to: string, note: string) => Promise<void>;
  readonly onCancel: () => void;
}

/** Hands on: to whom, and what they should know. */
export function HandForm({ to: start = "", onHand, onCancel }: HandFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const colleagues = useColleagues();
  const [to, setTo] = useState(start);
  const [note, setNote] = useState("");
  const [nobody, setNobody] = useState(false);
  const [busy, setBusy] = useState(false);
  const name = useRef<{ focus(): void }>(null);
  useEffect(() => name.current?.focus(), []);

  const send = async (): Promise<void> => {
    if (busy) return;
    if (to.trim() === "") {
      setNobody(true);
      name.current?.focus();
      return;
    }
    setBusy(true);
    await onHand(to.trim(), note.trim());
    setBusy(false);
  };

  return (
    <form
      className="step-form"
      onSubmit={(event) => {
        event.preventDefault();
        void send();
      }}
    >
      <div className="field">
        <div className="field-label">
          <label htmlFor={`${id}-to`}>{t("promises.hand.to")}</label>
        </div>
        <AutoComplete
          id={`${id}-to`}
          ref={name as never}
          className="wide"
          value={to}
          defaultActiveFirstOption={false}
          options={colleagues
            .filter((each) => each !== to && each.includes(to))
            .map((each) => ({ value: each }))}
          placeholder={t("promises.placeholders.to")}
          status={nobody ? "error" : ""}
          aria-invalid={nobody}
          aria-describedby={`${id}-to-said`}
          onChange={(next: string) => {
            setTo((next ?? "").slice(0, PROMISE_LIMITS.name));
            setNobody(false);
          }}
          onInputKeyDown={(event) => {
            // The list of names takes Enter while one of them is chosen by arrows.
            const choosing = event.currentTarget.getAttribute("aria-activedescendant");
            if (event.key !== "Enter" || isComposing(event.nativeEvent) || choosing) return;
            event.preventDefault();
            void send();
          }}
        />
        <div id={`${id}-to-said`} className="due-said" role="status">
          {nobody && <span className="due-problem">{t("promises.hand.nobody")}</span>}
        </div>
      </div>
      <div className="field">
        <div className="field-label">
          <label htmlFor={`${id}-note`}>{t("promises.hand.note")}</label>
        </div>
        <Input
          id={`${id}-note`}
          value={note}
          maxLength={PROMISE_LIMITS.reason}
          placeholder={t("promises.placeholders.handNote")}
          onChange={(event) => setNote(event.target.value)}
        />
      </div>
      <div className="step-foot">
        <Button onClick={onCancel}>{t("promises.cancel")}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("promises.hand.button")}
        </Button>
      </div>
    </form>
  );
}
