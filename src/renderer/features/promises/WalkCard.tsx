import { CheckOutlined, FieldTimeOutlined, UserSwitchOutlined } from "@ant-design/icons";
import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PromiseRow } from "../../../shared/contract/promises.ts";
import { call } from "../../api/client.ts";
import { Due } from "../../ui/Due.tsx";
import { exactDue } from "../../ui/due.ts";
import { useKeys } from "../../ui/keys.ts";
import { useMinute } from "../../ui/now.ts";
import { sayFailure } from "../../ui/Notices.tsx";
import { readStored, writeStored } from "../../ui/stored.ts";
import { CarryForm } from "./CarryForm.tsx";
import { HandForm } from "./HandForm.tsx";
import { CaseLink, SourceMark } from "./SourceMark.tsx";
import { usePromiseActions } from "./usePromiseActions.ts";

/** The colleague something was handed to last: mostly all goes to the same one. */
const LAST = "promises.handedTo";

interface WalkCardProps {
  readonly row: PromiseRow;
  /** How many are to be decided, this one included. */
  readonly left: number;
  readonly onAside: () => void;
}

/** One open promise and the three things that can become of it. */
export function WalkCard({ row, left, onAside }: WalkCardProps) {
  const { t, i18n } = useTranslation();
  const now = useMinute();
  const actions = usePromiseActions();
  const [asked, setAsked] = useState<"carry" | "hand" | null>(null);
  const rows = [row];
  const facts = [row.customer, row.order, row.shop].filter((part) => part !== "").join(" · ");

  useKeys("offShift", [
    { keys: "1", words: t("promises.offShift.done"), run: () => actions.clear(rows) },
    { keys: "2", words: t("promises.offShift.carry"), run: () => setAsked("carry") },
    { keys: "3", words: t("promises.offShift.hand"), run: () => setAsked("hand") },
    ...(left > 1 ? [{ keys: "4", words: t("promises.offShift.aside"), run: onAside }] : []),
  ]);
  // Within a form the key leads back to the choice, not out of the walk.
  useKeys(
    "offShift",
    [
      {
        keys: "esc",
        words: t("promises.offShift.back"),
        run: () => setAsked(null),
        whileTyping: true,
      },
    ],
    { enabled: asked !== null },
  );

  return (
    <article className="walk-card" aria-label={row.text}>
      <p className="walk-when" data-late={row.dueAt < now || undefined}>
        <Due due={row} />
        <span>{exactDue(row, i18n.language)}</span>
      </p>
      <h2>{row.text}</h2>
      {facts !== "" && <p className="walk-facts">{facts}</p>}
      {row.note !== "" && <p className="walk-note">{row.note}</p>}
      <p className="promise-marks">
        <SourceMark row={row} />
        <CaseLink row={row} />
        {row.carried > 0 && (
          <span className="promise-tag" title={row.reason}>
            {t("promises.carriedTimes", { count: row.carried })}
          </span>
        )}
      </p>
      {asked === null && (
        <>
          <div className="walk-choices">
            <Choice number={1} icon={<CheckOutlined aria-hidden />} run={() => actions.clear(rows)}>
              {t("promises.offShift.done")}
            </Choice>
            <Choice
              number={2}
              icon={<FieldTimeOutlined aria-hidden />}
              run={() => setAsked("carry")}
            >
              {t("promises.offShift.carry")}
            </Choice>
            <Choice
              number={3}
              icon={<UserSwitchOutlined aria-hidden />}
              run={() => setAsked("hand")}
            >
              {t("promises.offShift.hand")}
            </Choice>
          </div>
          {left > 1 && (
            <button type="button" className="walk-aside" onClick={onAside}>
              <kbd>4</kbd> {t("promises.offShift.aside")}
            </button>
          )}
        </>
      )}
      {asked === "carry" && (
        <CarryForm
          onCancel={() => setAsked(null)}
          onCarry={(due, reason) => actions.carry(rows, due, reason)}
        />
      )}
      {asked === "hand" && (
        <HandForm
          to={readStored<string>(LAST) ?? ""}
          onCancel={() => setAsked(null)}
          onHand={async (to, note) => {
            try {
              const { receipt } = await call("promises.hand", { ids: [row.id], to, note });
              writeStored(LAST, to);
              actions.handed(rows, to, receipt);
            } catch (error) {
              sayFailure(error);
            }
          }}
        />
      )}
    </article>
  );
}

interface ChoiceProps {
  readonly number: number;
  readonly icon: ReactNode;
  readonly run: () => void;
  readonly children: string;
}

function Choice({ number, icon, run, children }: ChoiceProps) {
  return (
    <button type="button" className="walk-choice" onClick={run}>
      <kbd>{number}</kbd>
      {icon}
      <span>{children}</span>
    </button>
  );
}
