import {
  BellOutlined,
  CheckOutlined,
  CloseOutlined,
  EditOutlined,
  RollbackOutlined,
  UndoOutlined,
} from "@ant-design/icons";
import { Button, Skeleton } from "antd";
import { useTranslation } from "react-i18next";
import type { PromiseReceipt } from "../../../shared/contract/promises.ts";
import { useCall } from "../../api/hooks.ts";
import { Due } from "../../ui/Due.tsx";
import { exactDue, exactOf } from "../../ui/due.ts";
import { useMinute } from "../../ui/now.ts";
import { ErrorState } from "../../ui/States.tsx";
import { EditPromise } from "./EditPromise.tsx";
import { StateMark } from "./PromiseLine.tsx";
import { CaseLink, SourceMark } from "./SourceMark.tsx";
import { Story } from "./Story.tsx";

export interface DetailActions {
  clear(): void;
  reopen(): void;
  carry(): void;
  hand(): void;
  snooze(): void;
  withdraw(): void;
  edit(): void;
  /** Null where the detail stands beside the list. */
  readonly close: (() => void) | null;
}

interface PromiseDetailProps {
  readonly id: string;
  readonly editing: boolean;
  readonly actions: DetailActions;
  readonly onSaved: (receipt: PromiseReceipt) => void;
  readonly onLeave: () => void;
}

/** One promise: what and by when, all that is known of it, and what happened to it. */
export function PromiseDetail({ id, editing, actions, onSaved, onLeave }: PromiseDetailProps) {
  const { t, i18n } = useTranslation();
  const now = useMinute();
  const { data, error, refetch } = useCall("promises.get", { id });
  if (error && !data) return <ErrorState error={error} onRetry={() => void refetch()} />;
  if (!data)
    return (
      <div className="editor editor-waiting">
        <Skeleton active />
      </div>
    );
  const { promise, events } = data;
  const open = promise.state === "open";
  const facts = (
    [
      ["customer", promise.customer],
      ["order", promise.order],
      ["shop", promise.shop],
      ["owner", promise.owner],
      ["from", promise.from ?? ""],
      ["note", promise.note],
    ] as const
  ).filter(([, value]) => value !== "");
  return (
    <section className="editor promise-detail" aria-label={t("promises.detail")}>
      <header className="editor-head">
        {open ? (
          <>
            <Button
              type="primary"
              icon={<CheckOutlined aria-hidden />}
              title={`${t("promises.clear")} (${t("promises.keys.space")})`}
              onClick={actions.clear}
            >
              {t("promises.clear")}
            </Button>
            <Button title={`${t("promises.carry.button")} (C)`} onClick={actions.carry}>
              {t("promises.carry.button")}
            </Button>
            <Button title={`${t("promises.hand.button")} (H)`} onClick={actions.hand}>
              {t("promises.hand.button")}
            </Button>
          </>
        ) : (
          <Button
            icon={<UndoOutlined aria-hidden />}
            title={`${t("promises.reopen")} (${t("promises.keys.space")})`}
            onClick={actions.reopen}
          >
            {t("promises.reopen")}
          </Button>
        )}
        <span className="editor-gap" />
        {open && (
          <span className="promise-tools">
            <Button
              type="text"
              icon={<BellOutlined aria-hidden />}
              aria-label={t("promises.snooze.title")}
              title={`${t("promises.snooze.title")} (S)`}
              onClick={actions.snooze}
            />
            <Button
              type="text"
              icon={<EditOutlined aria-hidden />}
              aria-label={t("promises.edit")}
              title={`${t("promises.edit")} (E)`}
              onClick={actions.edit}
            />
            <Button
              type="text"
              icon={<RollbackOutlined aria-hidden />}
              aria-label={t("promises.withdraw")}
              title={`${t("promises.withdraw")} (Del)`}
              onClick={actions.withdraw}
            />
          </span>
        )}
        {actions.close && (
          <Button
            type="text"
            icon={<CloseOutlined aria-hidden />}
            aria-label={t("frame.close")}
            onClick={actions.close}
          />
        )}
      </header>
      <div className="editor-scroll">
        {editing && open ? (
          <EditPromise promise={promise} onSaved={onSaved} onLeave={onLeave} />
        ) : (
          <>
            <h2 className="promise-title">{promise.text}</h2>
            <p className="promise-when" data-late={(open && promise.dueAt < now) || undefined}>
              {open ? <Due due={promise} /> : <StateMark row={promise} />}
              <span className="promise-soft">
                {t("promises.dueExact", {
                  time: exactDue(promise, i18n.language),
                })}
              </span>
            </p>
            <p className="promise-marks">
              <SourceMark row={promise} />
              {promise.carried > 0 && (
                <span className="promise-tag">
                  {t("promises.carriedTimes", { count: promise.carried })}
                </span>
              )}
              {open && promise.snoozedUntil !== null && promise.snoozedUntil > now && (
                <span className="promise-tag">
                  <BellOutlined aria-hidden />{" "}
                  {t("promises.quietUntil", { time: exactOf(promise.snoozedUntil, i18n.language) })}
                </span>
              )}
              {promise.state === "handed" && (
                <span className="promise-tag">
                  {promise.takenAt === null
                    ? t("promises.notTaken")
                    : t("promises.taken", { time: exactOf(promise.takenAt, i18n.language) })}
                </span>
              )}
            </p>
            {(facts.length > 0 || promise.caseId !== null) && (
              <dl className="promise-facts">
                {facts.map(([name, value]) => (
                  <div key={name}>
                    <dt>{t(`promises.fields.${name}`)}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
                {promise.caseId !== null && (
                  <div>
                    <dt>{t("promises.sources.complaint")}</dt>
                    <dd>
                      <CaseLink row={promise} />
                    </dd>
                  </div>
                )}
              </dl>
            )}
          </>
        )}
        <Story events={events} source={promise.source} />
      </div>
    </section>
  );
}
