import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PromiseRow } from "../../../shared/contract/promises.ts";
import { call } from "../../api/client.ts";
import { useKeys } from "../../ui/keys.ts";
import { sayFailure } from "../../ui/Notices.tsx";
import { Dialog } from "../../ui/Dialog.tsx";
import { CarryForm } from "./CarryForm.tsx";
import { HandForm } from "./HandForm.tsx";
import { HandoverView } from "./HandoverView.tsx";
import { SNOOZES, snoozeUntil } from "./snooze.ts";
import type { PromiseActions } from "./usePromiseActions.ts";

/** A step that needs an answer first. */
export interface Step {
  readonly kind: "carry" | "hand" | "snooze";
  readonly rows: readonly PromiseRow[];
}

interface StepDialogProps {
  readonly step: Step | null;
  readonly actions: PromiseActions;
  readonly onClose: () => void;
  /** Runs when the dialog is gone. */
  readonly onGone: () => void;
}

/** The dialog of the step that is being taken. */
export function StepDialog({ step, actions, onClose, onGone }: StepDialogProps) {
  const { t } = useTranslation();
  // While it closes, what it was about stays.
  const [shown, setShown] = useState(step);
  if (step && step !== shown) setShown(step);
  const rows = shown?.rows ?? [];
  const what =
    rows.length === 1 ? (rows[0]?.text ?? "") : t("promises.several", { count: rows.length });
  return (
    <Dialog
      open={step !== null}
      onCancel={onClose}
      footer={null}
      width={shown?.kind === "snooze" ? 380 : 520}
      title={shown && t(`promises.${shown.kind}.title`)}
      afterClose={onGone}
      destroyOnHidden
    >
      <p className="step-what">{what}</p>
      {shown?.kind === "carry" && (
        <CarryForm
          onCancel={onClose}
          onCarry={async (due, reason) => {
            const done = await actions.carry(rows, due, reason);
            if (done) onClose();
            return done;
          }}
        />
      )}
      {shown?.kind === "hand" && <HandStep rows={rows} actions={actions} onClose={onClose} />}
      {shown?.kind === "snooze" && <SnoozeStep rows={rows} actions={actions} onClose={onClose} />}
    </Dialog>
  );
}

interface StepProps {
  readonly rows: readonly PromiseRow[];
  readonly actions: PromiseActions;
  readonly onClose: () => void;
}

function HandStep({ rows, actions, onClose }: StepProps) {
  const [handed, setHanded] = useState<{ to: string; text: string } | null>(null);
  const ids = rows.map((row) => row.id);
  if (handed) return <HandoverView ids={ids} {...handed} />;
  return (
    <HandForm
      onCancel={onClose}
      onHand={async (to, note) => {
        try {
          const { text, receipt } = await call("promises.hand", { ids, to, note });
          actions.handed(rows, to, receipt);
          setHanded({ to, text });
        } catch (error) {
          sayFailure(error);
        }
      }}
    />
  );
}

function SnoozeStep({ rows, actions, onClose }: StepProps) {
  const { t } = useTranslation();
  const quiet = rows.some((row) => row.snoozedUntil !== null);
  const take = (until: number | null): void => {
    actions.snooze(rows, until);
    onClose();
  };
  useKeys(
    "promises",
    SNOOZES.map((each, at) => ({
      keys: String(at + 1),
      words: t(`promises.snooze.${each}`),
      run: () => take(snoozeUntil(each, Date.now())),
    })),
    { modal: true },
  );
  return (
    <div className="snooze-choices">
      {SNOOZES.map((each, at) => (
        <button
          key={each}
          type="button"
          autoFocus={at === 0}
          onClick={() => take(snoozeUntil(each, Date.now()))}
        >
          <kbd>{at + 1}</kbd> {t(`promises.snooze.${each}`)}
        </button>
      ))}
      {quiet && (
        <button type="button" onClick={() => take(null)}>
          {t("promises.snooze.wake")}
        </button>
      )}
    </div>
  );
}
