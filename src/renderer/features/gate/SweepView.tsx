import { CheckCircleFilled } from "@ant-design/icons";
import { Alert, Button, InputNumber, Progress, Segmented } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import type { MarkedPhrase } from "../../../shared/contract/gate.ts";
import { useCall } from "../../api/hooks.ts";
import { useSaveSettings } from "../../api/settings.ts";
import { failureSentence } from "../../ui/Notices.tsx";
import { EmptyState } from "../../ui/States.tsx";
import { cancelSweep, runSweep, useSweep } from "./useSweep.ts";

type Show = "all" | "block" | "warn" | "long";
const SHOWS: readonly Show[] = ["all", "block", "warn", "long"];

const isShown = ({ severity, long }: MarkedPhrase, show: Show): boolean =>
  show === "all" || (show === "long" ? long : severity === show);

interface SweepViewProps {
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

/** All phrases looked through again, and those to change. */
export function SweepView({ chosen, onChoose }: SweepViewProps) {
  const { t } = useTranslation();
  const { job, result, mended, cancelled, error } = useSweep();
  const [show, setShow] = useState<Show>("all");
  const run = (): void => void runSweep();
  const shown = (result?.phrases ?? []).filter((each) => isShown(each, show));
  const marked = result ? result.phrases.length : 0;

  return (
    <div className="sweep">
      <header className="sweep-head">
        <p className="gate-soft">{t("gate.sweep.lead")}</p>
        <BubbleLimit />
        {job ? (
          <div className="sweep-job">
            <Progress
              percent={job.total === 0 ? 0 : Math.floor((job.done / job.total) * 100)}
              aria-label={t("gate.sweep.progress")}
            />
            <Button onClick={() => void cancelSweep()}>{t("gate.sweep.cancel")}</Button>
          </div>
        ) : (
          result && (
            <Button type="primary" onClick={run}>
              {t("gate.sweep.run")}
            </Button>
          )
        )}
      </header>
      <div role="status" className="sweep-said">
        {cancelled && <Alert type="info" showIcon title={t("gate.sweep.cancelled")} />}
        {error !== null && <Alert type="error" showIcon title={failureSentence(error)} />}
        {result && !job && (
          <p className="sweep-summary">
            {marked === 0
              ? t("gate.sweep.clean", { checked: result.checked })
              : t("gate.sweep.summary", {
                  checked: result.checked,
                  blocked: result.blocked,
                  warned: result.warned,
                  long: result.long,
                })}
          </p>
        )}
      </div>
      {!result && !job && (
        <EmptyState
          sentence={t("gate.sweep.none")}
          action={
            <Button type="primary" onClick={run}>
              {t("gate.sweep.run")}
            </Button>
          }
          example={t("gate.sweep.noneExample")}
        />
      )}
      {result && marked > 0 && (
        <>
          <Segmented
            className="sweep-show"
            aria-label={t("gate.sweep.filters.label")}
            value={show}
            options={SHOWS.map((value) => ({ value, label: t(`gate.sweep.filters.${value}`) }))}
            onChange={setShow}
          />
          {shown.length === 0 ? (
            <p className="gate-soft">{t("gate.sweep.nothing")}</p>
          ) : (
            <PhraseRows phrases={shown} mended={mended} chosen={chosen} onChoose={onChoose} />
          )}
          {marked < result.blocked + result.warned && (
            <p className="gate-soft">{t("gate.sweep.cut", { count: marked })}</p>
          )}
        </>
      )}
    </div>
  );
}

interface PhraseRowsProps {
  readonly phrases: readonly MarkedPhrase[];
  readonly mended: ReadonlySet<string>;
  readonly chosen: string | null;
  readonly onChoose: (id: string) => void;
}

function PhraseRows({ phrases, mended, chosen, onChoose }: PhraseRowsProps) {
  const { t } = useTranslation();
  const moved = (event: KeyboardEvent): void => {
    const way = { ArrowDown: "nextElementSibling", ArrowUp: "previousElementSibling" } as const;
    const step = way[event.key as keyof typeof way];
    const next = step && event.currentTarget.parentElement?.[step]?.querySelector("button");
    if (!next) return;
    event.preventDefault();
    next.focus();
    next.click();
  };
  return (
    <ul className="sweep-list" aria-label={t("gate.sweep.list")}>
      {phrases.map(({ id, title, shop, texts, long }) => {
        const findings = texts.flatMap((each) => each.findings);
        const words = [...new Map(findings.map((each) => [each.word, each.severity]))];
        return (
          <li key={id}>
            <button
              type="button"
              className="sweep-row"
              aria-current={id === chosen || undefined}
              data-mended={mended.has(id) || undefined}
              onClick={() => onChoose(id)}
              onKeyDown={moved}
            >
              <span className="sweep-title">{title}</span>
              {mended.has(id) ? (
                <span className="sweep-mended">
                  <CheckCircleFilled aria-hidden /> {t("gate.sweep.done")}
                </span>
              ) : (
                <span className="sweep-words">
                  {words.slice(0, 5).map(([word, severity]) => (
                    <span key={word} className="word-severity" data-severity={severity}>
                      {word}
                    </span>
                  ))}
                  {long && <span className="word-severity">{t("gate.sweep.long")}</span>}
                </span>
              )}
              <span className="sweep-shop">{shop}</span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}

/** How long a bubble may be. */
function BubbleLimit() {
  const { t } = useTranslation();
  const settings = useCall("settings.get", {}).data;
  const save = useSaveSettings();
  if (!settings) return null;
  return (
    <label className="bubble-limit" title={t("gate.sweep.limitWords")}>
      {t("gate.sweep.limit")}
      <InputNumber
        size="small"
        min={20}
        max={2_000}
        step={10}
        precision={0}
        value={settings.bubbleLimit}
        suffix={t("gate.sweep.limitUnit")}
        onChange={(bubbleLimit) => bubbleLimit !== null && save.mutate({ bubbleLimit })}
      />
    </label>
  );
}
