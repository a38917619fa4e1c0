import { Button, Input, type InputRef } from "antd";
import { useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { PROMISE_LIMITS } from "../../../shared/contract/promises.ts";
import type { DueTime } from "../../ui/Due.tsx";
import { sayFailure } from "../../ui/Notices.tsx";
import { DueField } from "./DueField.tsx";
import { type DueProblem, useDue } from "./useDue.ts";

/** Why something usually waits; a click takes it. */
const REASONS = ["warehouse", "courier", "buyer", "superior"] as const;

interface CarryFormProps {
  /** False: it did not go through, and that was said. */
  readonly onCarry: (due: DueTime, reason: string) => Promise<boolean>;
  readonly onCancel: () => void;
}

/** Puts off: until when, and why. */
export function CarryForm({ onCarry, onCancel }: CarryFormProps) {
  const { t } = useTranslation();
  const id = useId();
  const due = useDue();
  const [reason, setReason] = useState("");
  const [problem, setProblem] = useState<DueProblem | null>(null);
  const [noReason, setNoReason] = useState(false);
  const [busy, setBusy] = useState(false);
  const when = useRef<InputRef>(null);
  const why = useRef<InputRef>(null);
  useEffect(() => when.current?.focus(), []);

  const send = async (): Promise<void> => {
    if (busy) return;
    setBusy(true);
    try {
      const settled = await due.settle();
      setProblem(typeof settled === "string" ? settled : null);
      setNoReason(reason.trim() === "");
      if (typeof settled === "string") when.current?.focus();
      else if (reason.trim() === "") why.current?.focus();
      else await onCarry(settled, reason.trim());
    } catch (error) {
      sayFailure(error);
    } finally {
      setBusy(false);
    }
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
          <label htmlFor={`${id}-due`}>{t("promises.carry.until")}</label>
        </div>
        <DueField
          id={`${id}-due`}
          draft={{
            ...due,
            write(text) {
              setProblem(null);
              due.write(text);
            },
            pick(picked) {
              setProblem(null);
              due.pick(picked);
            },
          }}
          inputRef={when}
          problem={problem}
          placeholder={t("promises.placeholders.due")}
          onEnter={() => (reason.trim() === "" ? why.current?.focus() : void send())}
        />
      </div>
      <div className="field">
        <div className="field-label">
          <label htmlFor={`${id}-why`}>{t("promises.carry.why")}</label>
        </div>
        <Input
          id={`${id}-why`}
          ref={why}
          value={reason}
          maxLength={PROMISE_LIMITS.reason}
          placeholder={t("promises.placeholders.reason")}
          status={noReason ? "error" : ""}
          aria-invalid={noReason}
          aria-describedby={`${id}-why-said`}
          onChange={(event) => {
            setReason(event.target.value);
            setNoReason(false);
          }}
        />
        <div className="due-choices">
          {REASONS.map((each) => {
            const words = t(`promises.carry.reasons.${each}`);
            return (
              <Button
                key={each}
                size="small"
                aria-pressed={reason === words}
                type={reason === words ? "primary" : "default"}
                onClick={() => {
                  setReason(reason === words ? "" : words);
                  setNoReason(false);
                }}
              >
                {words}
              </Button>
            );
          })}
        </div>
        <div id={`${id}-why-said`} className="due-said" role="status">
          {noReason && <span className="due-problem">{t("promises.carry.noReason")}</span>}
        </div>
      </div>
      <div className="step-foot">
        <Button onClick={onCancel}>{t("promises.cancel")}</Button>
        <Button type="primary" htmlType="submit" loading={busy}>
          {t("promises.carry.button")}
        </Button>
      </div>
    </form>
  );
}
