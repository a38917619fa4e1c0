import { Alert, Button, Input, type InputRef } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  PROMISE_LIMITS,
  type PromiseReceipt,
  type PromiseRow,
} from "../../../shared/contract/promises.ts";
import { useAct } from "../../api/hooks.ts";
import { useEdits } from "../../ui/edits.ts";
import { Field } from "../../ui/Field.tsx";
import { isComposing, useKeys } from "../../ui/keys.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import { useStored } from "../../ui/stored.ts";
import { DueField } from "./DueField.tsx";
import { type DueProblem, type DueStart, useDue } from "./useDue.ts";
import { PlainFields, type Who } from "./WhoFields.tsx";

interface EditPromiseProps {
  readonly promise: PromiseRow;
  readonly onSaved: (receipt: PromiseReceipt) => void;
  readonly onLeave: () => void;
}

const SAME_DUE: DueStart = { text: "", picked: null };

type Values = Who & { readonly text: string };

/** Mends what was written down wrongly; what stood before stays in the story. */
export function EditPromise({ promise, onSaved, onLeave }: EditPromiseProps) {
  const { t } = useTranslation();
  const notify = useNotify();
  const amend = useAct("promises.amend");
  // No field of the promise: its time comes from the words, or the calendar, when it is saved.
  const [newDue, keepDue] = useStored<DueStart>(`promises.draft.${promise.id}.newDue`, SAME_DUE);
  const due = useDue(newDue);
  const [problem, setProblem] = useState<DueProblem | null>(null);
  const first = useRef<InputRef>(null);
  useEffect(() => first.current?.focus({ cursor: "end" }), []);
  const { text, customer, order, shop, note } = promise;

  const edits = useEdits<Values>({
    storeKey: `promises.draft.${promise.id}`,
    saved: { text, customer, order, shop, note },
    blocked: (values) => (values.text.trim() === "" ? t("promises.noText") : null),
    async save(_values, changes) {
      const done = await amend.mutateAsync({ id: promise.id, changes }).catch(() => null);
      if (done) onSaved(done.receipt);
      return done !== null;
    },
    kept: (why) => notify("warning", t("promises.kept", { why })),
  });
  const { values, set } = edits;
  const newTime = due.picked !== null || due.text.trim() !== "";

  const save = async (): Promise<void> => {
    try {
      const settled = newTime ? await due.settle() : null;
      if (typeof settled === "string") {
        setProblem(settled);
        return;
      }
      if ((await edits.save()) !== null) {
        first.current?.focus();
        return;
      }
      if (settled) {
        const done = await amend.mutateAsync({ id: promise.id, changes: { ...settled } });
        onSaved(done.receipt);
      }
      keepDue(SAME_DUE);
      onLeave();
    } catch (error) {
      sayFailure(error);
    }
  };
  useKeys("editor", [{ keys: "mod+s", words: t("promises.save"), run: () => void save() }]);

  const blank = values.text.trim() === "";
  return (
    <form
      className="promise-edit"
      aria-label={t("promises.edit")}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || isComposing(event.nativeEvent)) return;
        event.preventDefault();
        event.stopPropagation();
        onLeave();
      }}
    >
      {edits.restored && <Alert type="info" showIcon title={t("promises.restored")} />}
      <Field label={t("promises.fields.text")}>
        {(id) => (
          <>
            <Input
              id={id}
              ref={first}
              value={values.text}
              maxLength={PROMISE_LIMITS.text}
              status={blank ? "error" : ""}
              aria-invalid={blank}
              onChange={(event) => set("text", event.target.value)}
            />
            {blank && <div className="due-problem">{t("promises.noText")}</div>}
          </>
        )}
      </Field>
      <Field label={t("promises.fields.due")}>
        {(id) => (
          <DueField
            id={id}
            draft={{
              ...due,
              write(words) {
                setProblem(null);
                due.write(words);
                keepDue({ text: words, picked: null });
              },
              pick(picked) {
                due.pick(picked);
                keepDue({ text: "", picked });
              },
            }}
            problem={problem}
            placeholder={t("promises.placeholders.sameDue")}
            onEnter={() => void save()}
          />
        )}
      </Field>
      <PlainFields
        who={values}
        onChange={(changes) => {
          for (const [key, value] of Object.entries(changes) as [keyof Who, string][])
            set(key, value);
        }}
      />
      <div className="step-foot">
        <Button onClick={onLeave}>{t("promises.cancel")}</Button>
        <Button type="primary" htmlType="submit" loading={edits.saving || amend.isPending}>
          {t("promises.save")}
        </Button>
      </div>
    </form>
  );
}
