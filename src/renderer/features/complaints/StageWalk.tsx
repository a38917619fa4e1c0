import { CheckCircleFilled, RightOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input } from "antd";
import { useId, useState } from "react";
import { flushSync } from "react-dom";
import { useTranslation } from "react-i18next";
import { type ComplaintStage, complaintStage } from "../../../shared/contract/complaintFacts.ts";
import type { ComplaintDetail, ComplaintDuty } from "../../../shared/contract/complaints.ts";
import { sentence } from "../../i18n/i18n.ts";
import { exactOf } from "../../ui/due.ts";
import { placeOf } from "./missing.ts";
import type { CaseActs } from "./useCase.ts";
import { useNames } from "./useNames.ts";

interface StageWalkProps {
  readonly detail: ComplaintDetail;
  readonly acts: CaseActs;
  readonly onEdit: () => void;
  readonly onRecord: () => void;
  readonly onHandle: () => void;
}

const STAGES = complaintStage.options.filter((stage) => stage !== "closed");

/** The four stages, the present one with what there is to do in it and what is missing before the next. */
export function StageWalk(props: StageWalkProps) {
  const { detail, acts } = props;
  const { case: it, duties } = detail;
  const { t } = useTranslation();
  const names = useNames();
  const at = complaintStage.options.indexOf(it.stage);
  /** A stage of before that one looks into. */
  const [shown, setShown] = useState<ComplaintStage | null>(null);
  return (
    <section className="stage-walk" aria-label={t("complaints.walk.title")}>
      <ol>
        {STAGES.map((stage, index) => {
          const state = index < at ? "done" : index === at ? "now" : "later";
          const own = duties.filter((duty) => duty.stage === stage);
          const open = state === "now" || shown === stage;
          return (
            <li key={stage} data-state={state} aria-current={state === "now" ? "step" : undefined}>
              <button
                type="button"
                className="stage-name"
                aria-expanded={open}
                disabled={state === "now"}
                onClick={() => setShown(shown === stage ? null : stage)}
              >
                <span className="stage-mark" aria-hidden>
                  {state === "done" ? <CheckCircleFilled /> : index + 1}
                </span>
                {names.stages[stage]}
                <span className="complaint-soft">
                  {t("complaints.walk.doneOf", {
                    done: own.filter(({ done }) => done).length,
                    all: own.length,
                  })}
                </span>
              </button>
              {open && (
                <Duties
                  stage={stage}
                  duties={own}
                  acts={acts}
                  frozen={it.stage === "closed" || state === "later"}
                />
              )}
              {state === "now" && <Onward {...props} onStage={setShown} />}
            </li>
          );
        })}
      </ol>
      {it.stage === "closed" && <Closed acts={acts} />}
    </section>
  );
}

function Duties(props: {
  readonly stage: ComplaintStage;
  readonly duties: readonly ComplaintDuty[];
  readonly acts: CaseActs;
  readonly frozen: boolean;
}) {
  const { stage, duties, acts, frozen } = props;
  const { t, i18n } = useTranslation();
  const names = useNames();
  /** What was just ticked: so it is shown until there is news of that duty, or it was refused. */
  const [wishes, setWishes] = useState<ReadonlyMap<ComplaintDuty, boolean>>(new Map());
  const doneOf = (duty: ComplaintDuty): boolean => wishes.get(duty) ?? duty.done;
  const wish = (duty: ComplaintDuty, done: boolean): void =>
    setWishes((before) => new Map(before).set(duty, done));

  const tick = async (which: ComplaintDuty): Promise<void> => {
    const { id } = which;
    const done = doneOf(which);
    const duty = names.duties[id];
    const ticked = t("complaints.walk.done", { duty });
    const unticked = t("complaints.walk.undone", { duty });
    wish(which, !done);
    const detail = await acts.offering(
      {
        name: "complaints.duty",
        input: { duty: id, done: !done },
        said: done ? unticked : ticked,
      },
      { name: "complaints.duty", input: { duty: id, done }, said: done ? ticked : unticked },
    );
    if (!detail) wish(which, which.done);
  };
  return (
    <ul className="duties" aria-label={t("complaints.walk.duties", { stage: names.stages[stage] })}>
      {duties.map((duty) => (
        <li key={duty.id}>
          <Checkbox
            id={dutyId(duty.id)}
            checked={doneOf(duty)}
            disabled={frozen || !duty.byHand}
            onChange={() => void tick(duty)}
          >
            <span
              title={
                duty.at === null
                  ? undefined
                  : `${duty.by} ${exactOf(duty.at, i18n.language)}`.trim()
              }
            >
              {names.duties[duty.id]}
            </span>{" "}
            {duty.required && !duty.done && (
              <small className="duty-required">{t("complaints.walk.required")}</small>
            )}
            {!duty.byHand && !duty.done && (
              <small className="complaint-soft"> {t("complaints.walk.byFacts")}</small>
            )}
          </Checkbox>
        </li>
      ))}
    </ul>
  );
}

const dutyId = (id: string): string => `complaint-duty-${id}`;

/** On to the next stage, or what is missing before it. */
function Onward(props: StageWalkProps & { readonly onStage: (stage: ComplaintStage) => void }) {
  const { detail, acts, onEdit, onRecord, onHandle, onStage } = props;
  const { t } = useTranslation();
  const names = useNames();
  const listId = useId();
  const { case: it, missing } = detail;
  const index = complaintStage.options.indexOf(it.stage);
  const next = complaintStage.options[index + 1];
  const before = complaintStage.options[index - 1];
  if (!next) return null;

  const go = (code: string): void => {
    const place = placeOf(code);
    if (place === "record") onRecord();
    else if (place === "facts") onEdit();
    else if (place === "handle") onHandle();
    else if (place) {
      // Of a plan proposed during the follow-up, what is missing belongs to the stage before.
      const stage = detail.duties.find(({ id }) => id === place.duty)?.stage;
      if (stage && stage !== it.stage) flushSync(() => onStage(stage));
      document.getElementById(dutyId(place.duty))?.focus();
    }
  };
  const advance = (): void =>
    void acts.offering(
      {
        name: "complaints.advance",
        input: {},
        said:
          next === "closed"
            ? t("complaints.walk.closed")
            : t("complaints.walk.advanced", { stage: names.stages[next] }),
      },
      {
        name: "complaints.back",
        input: {},
        said: t("complaints.walk.returned", { stage: names.stages[it.stage] }),
      },
    );
  return (
    <div className="stage-onward">
      {missing.length > 0 && (
        <div className="stage-missing" id={listId}>
          <p>{t("complaints.walk.missing")}</p>
          <ul>
            {missing.map(({ code, params }) => (
              <li key={code}>
                {placeOf(code) === null ? (
                  sentence(code, params)
                ) : (
                  <button type="button" onClick={() => go(code)}>
                    {sentence(code, params)}
                  </button>
                )}
              </li>
            ))}
          </ul>
        </div>
      )}
      {missing.length === 0 && <p className="complaint-soft">{t("complaints.walk.ready")}</p>}
      <Button
        block
        type={missing.length === 0 ? "primary" : "default"}
        icon={<RightOutlined aria-hidden />}
        aria-describedby={missing.length > 0 ? listId : undefined}
        loading={acts.busy === "complaints.advance"}
        onClick={advance}
      >
        {next === "closed"
          ? t("complaints.walk.close")
          : t("complaints.walk.next", { stage: names.stages[next] })}
      </Button>
      {before && (
        <Button type="text" size="small" onClick={() => void acts.run("complaints.back", {})}>
          {t("complaints.walk.back")}
        </Button>
      )}
    </div>
  );
}

/** The buyer came again. */
function Closed({ acts }: { acts: CaseActs }) {
  const { t } = useTranslation();
  const [reason, setReason] = useState("");
  const reopen = (): void => {
    if (reason.trim() !== "") void acts.run("complaints.reopen", { reason });
  };
  return (
    <div className="stage-onward">
      <p className="stage-closed">
        <CheckCircleFilled aria-hidden /> {t("complaints.walk.closed")}
      </p>
      <Input
        value={reason}
        maxLength={1_000}
        aria-label={t("complaints.walk.reopenWhy")}
        placeholder={t("complaints.walk.reopenWhy")}
        onChange={(event) => setReason(event.target.value)}
        onPressEnter={reopen}
      />
      <Button block disabled={reason.trim() === ""} onClick={reopen}>
        {t("complaints.walk.reopen")}
      </Button>
    </div>
  );
}
