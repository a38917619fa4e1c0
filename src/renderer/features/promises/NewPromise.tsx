import { Button, Input, type InputRef } from "antd";
import { useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  PROMISE_LIMITS,
  type PromiseReceipt,
  type PromiseRow,
} from "../../../shared/contract/promises.ts";
import { useCurrentCustomer } from "../../api/customer.ts";
import { useAct } from "../../api/hooks.ts";
import { Due } from "../../ui/Due.tsx";
import { exactDue } from "../../ui/due.ts";
import { isComposing, useKeys } from "../../ui/keys.ts";
import { useOnce } from "../../ui/useOnce.ts";
import { useStored } from "../../ui/stored.ts";
import { DueField } from "./DueField.tsx";
import { type DueProblem, useDue } from "./useDue.ts";
import { useUnderstood } from "./useUnderstood.ts";
import { BLANK, WhoFields, type Who } from "./WhoFields.tsx";

interface NewPromiseProps {
  /** Counts how often the person has asked for it: each time the line takes the focus. */
  readonly focusWish: number;
  readonly onAdded: (promise: PromiseRow, receipt: PromiseReceipt) => void;
  readonly onLeave: () => void;
}

/** Words about to be written down; they outlive the page until they are. */
const KEPT = "promises.new";

/** Writes down a promise: one line with its time in it; whom and what else below, filled in already. */
export function NewPromise({ focusWish, onAdded, onLeave }: NewPromiseProps) {
  const { t, i18n } = useTranslation();
  const customer = useCurrentCustomer();
  const [text, setText] = useStored(KEPT, "");
  const [typed, setTyped] = useState<Partial<Who>>({});
  const [choosing, setChoosing] = useState(false);
  const [empty, setEmpty] = useState(false);
  const [problem, setProblem] = useState<DueProblem | null>(null);
  const line = useRef<InputRef>(null);
  const { data, stale } = useUnderstood(text);
  const due = useDue();
  const add = useAct("promises.add");
  const once = useOnce();
  useEffect(() => {
    if (focusWish > 0) line.current?.focus({ cursor: "end" });
  }, [focusWish]);

  const who: Who = {
    ...BLANK,
    customer: customer?.name ?? "",
    order: customer?.order ?? "",
    shop: customer?.shop ?? "",
    ...typed,
  };
  const found = data && data.dueAt !== null ? { dueAt: data.dueAt, dateOnly: data.dateOnly } : null;
  const own = due.picked !== null || due.text.trim() !== "";

  const write = async (): Promise<void> => {
    if (text.trim() === "") {
      setEmpty(true);
      line.current?.focus();
      return;
    }
    const settled = own ? await due.settle().catch(() => "unclear" as const) : null;
    if (typeof settled === "string") {
      setProblem(settled);
      return;
    }
    // Without a time of its own the line says when: it is read at the moment of saving.
    const done = await add.mutateAsync({ ...who, text: text.trim(), ...settled }).catch(() => null);
    if (!done) return;
    setText("");
    onAdded(done.promise, done.receipt);
  };
  // Its time is read before it is sent: a second press meanwhile is not a second promise.
  const save = (): Promise<void> => once("save", write);
  useKeys("editor", [{ keys: "mod+s", words: t("promises.save"), run: () => void save() }]);

  return (
    <form
      className="editor"
      aria-label={t("promises.new")}
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
      <header className="editor-head">
        <h2>{t("promises.new")}</h2>
      </header>
      <div className="editor-scroll">
        <Input
          ref={line}
          size="large"
          className="promise-new-line"
          value={text}
          maxLength={PROMISE_LIMITS.text}
          aria-label={t("promises.fields.text")}
          aria-invalid={empty}
          status={empty ? "error" : ""}
          placeholder={t("promises.placeholders.text")}
          onChange={(event) => {
            setText(event.target.value);
            setEmpty(false);
          }}
        />
        <div className="promise-read" role="status">
          {empty ? (
            <span className="due-problem">{t("promises.noText")}</span>
          ) : own ? null : found ? (
            <>
              <span>{t("promises.readAs")}</span>
              <Due due={found} className="due-understood" />
              <span className="promise-soft">{exactDue(found, i18n.language)}</span>
            </>
          ) : (
            // Only of what is known is it said that it has no time.
            <span className="promise-soft">
              {text.trim() === "" ? t("promises.sayWhen") : data && !stale && t("promises.noTime")}
            </span>
          )}
          {!choosing && (
            <Button type="link" size="small" onClick={() => setChoosing(true)}>
              {t("promises.otherTime")}
            </Button>
          )}
        </div>
        {choosing && (
          <DueField
            id="promise-due"
            draft={{
              ...due,
              write(words) {
                setProblem(null);
                due.write(words);
              },
            }}
            problem={problem}
            placeholder={t("promises.placeholders.due")}
            onEnter={() => void save()}
          />
        )}
        <WhoFields who={who} onChange={(next) => setTyped({ ...typed, ...next })} />
      </div>
      <footer className="editor-foot">
        <span className="editor-state">{t("promises.enterSaves")}</span>
        <Button onClick={onLeave}>{t("promises.cancel")}</Button>
        <Button type="primary" htmlType="submit" loading={add.isPending}>
          {t("promises.save")}
        </Button>
      </footer>
    </form>
  );
}
