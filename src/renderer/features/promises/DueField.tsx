import { CalendarOutlined } from "@ant-design/icons";
import { Button, Input, type InputRef } from "antd";
import { type Ref, useState } from "react";
import { useTranslation } from "react-i18next";
import { Due } from "../../ui/Due.tsx";
import { exactDue } from "../../ui/due.ts";
import { useMinute } from "../../ui/now.ts";
import { DUE_CHOICES, atWall, wallOf } from "./dueChoices.ts";
import type { DueDraft, DueProblem } from "./useDue.ts";

const HOUR = 3_600_000;

interface DueFieldProps {
  readonly id: string;
  readonly draft: DueDraft;
  readonly inputRef?: Ref<InputRef>;
  /** Said after an attempt to save. */
  readonly problem: DueProblem | null;
  readonly placeholder: string;
  readonly onEnter?: () => void;
}

/** When: in words that are understood while they are typed, by one of the usual times, or on a calendar. */
export function DueField({ id, draft, inputRef, problem, placeholder, onEnter }: DueFieldProps) {
  const { t, i18n } = useTranslation();
  const now = useMinute();
  const [exact, setExact] = useState(false);
  const said = problem ?? draft.problem;
  return (
    <div className="due-field">
      <Input
        id={id}
        ref={inputRef ?? null}
        value={draft.text}
        placeholder={draft.picked ? exactDue(draft.picked, i18n.language) : placeholder}
        maxLength={100}
        status={said === null ? "" : "error"}
        aria-invalid={said !== null}
        aria-describedby={`${id}-said`}
        onChange={(event) => draft.write(event.target.value)}
        onPressEnter={(event) => {
          if (event.nativeEvent.isComposing) return;
          event.preventDefault();
          onEnter?.();
        }}
      />
      <DueChoices draft={draft} onExact={() => setExact(!exact)} />
      {exact && (
        <input
          type="datetime-local"
          className="due-exact"
          aria-label={t("promises.due.exact")}
          min={wallOf(now)}
          defaultValue={wallOf(draft.due?.dueAt ?? Math.ceil(now / HOUR) * HOUR)}
          onChange={(event) => {
            const at = atWall(event.target.value);
            if (at !== null) draft.pick({ dueAt: at, dateOnly: false });
          }}
        />
      )}
      <div id={`${id}-said`} className="due-said" role="status">
        {said !== null ? (
          <span className="due-problem">{t(`promises.due.${said}`)}</span>
        ) : (
          draft.due && (
            <>
              <Due due={draft.due} className="due-understood" />
              <span>{exactDue(draft.due, i18n.language)}</span>
            </>
          )
        )}
      </div>
    </div>
  );
}

/** The usual times, and the calendar. */
export function DueChoices({ draft, onExact }: { draft: DueDraft; onExact: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="due-choices">
      {DUE_CHOICES.map((choice) => {
        const words = t(`promises.due.choices.${choice}`);
        return (
          <Button
            key={choice}
            size="small"
            aria-pressed={draft.text === words}
            type={draft.text === words ? "primary" : "default"}
            onClick={() => draft.write(draft.text === words ? "" : words)}
          >
            {words}
          </Button>
        );
      })}
      <Button size="small" type="text" icon={<CalendarOutlined aria-hidden />} onClick={onExact}>
        {t("promises.due.pick")}
      </Button>
    </div>
  );
}
