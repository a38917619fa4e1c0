import { useTranslation } from "react-i18next";
import type { SheetLine } from "../../../shared/contract/promises.ts";
import { useCall } from "../../api/hooks.ts";
import { clockOf, exactDue, exactOf } from "../../ui/due.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { ExportButtons } from "./ExportButtons.tsx";

/** In the order in which they matter to whoever reads the sheet. */
const KINDS = ["open", "carried", "handed", "done", "withdrawn"] as const;

interface SheetViewProps {
  /** "2026-11-25" */
  readonly day: string;
  readonly today: string;
}

/** A day's sheet: what was done, carried over and handed on, and what stayed open. */
export function SheetView({ day, today }: SheetViewProps) {
  const { t, i18n } = useTranslation();
  const { data, error, refetch } = useCall("promises.sheet", { day });
  const title = new Intl.DateTimeFormat(i18n.language, {
    timeZone: "UTC",
    dateStyle: "full",
  }).format(Date.parse(`${day}T00:00:00Z`));
  return (
    <section className="sheet" aria-label={t("promises.sheet.of", { day: title })}>
      <header>
        <h2>{title}</h2>
        {data && (
          <p className="promise-soft">
            {data.closedAt === null
              ? t(day === today ? "promises.sheet.running" : "promises.sheet.notClosed")
              : t("promises.sheet.closed", { time: exactOf(data.closedAt, i18n.language) })}
            {data.agent !== "" && ` · ${data.agent}`}
          </p>
        )}
      </header>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && data.lines.length === 0 && (
        <EmptyState
          sentence={t("promises.sheet.empty")}
          example={t(day > today ? "promises.sheet.emptyAhead" : "promises.sheet.emptyExample")}
        />
      )}
      {data && data.lines.length > 0 && (
        <>
          {KINDS.map((kind) => (
            <Lines key={kind} kind={kind} lines={data.lines.filter(({ what }) => what === kind)} />
          ))}
          <ExportButtons day={day} />
        </>
      )}
    </section>
  );
}

function Lines({ kind, lines }: { kind: SheetLine["what"]; lines: readonly SheetLine[] }) {
  const { t, i18n } = useTranslation();
  if (lines.length === 0) return null;
  return (
    <section className="sheet-kind" data-kind={kind}>
      <h3>
        {t(`promises.sheet.${kind}`)} <b>{lines.length}</b>
      </h3>
      <table>
        <tbody>
          {lines.map((line) => (
            <tr key={`${line.id}-${line.at}`}>
              <td className="sheet-at" title={exactOf(line.at, i18n.language)}>
                {clockOf(line.at, i18n.language)}
              </td>
              <td>
                {line.text}
                <span className="sheet-whom">
                  {[line.customer, line.order, line.shop].filter((part) => part !== "").join(" · ")}
                </span>
              </td>
              <td className="sheet-why">
                {kind === "carried" &&
                  t("promises.sheet.until", {
                    time: exactDue(line, i18n.language),
                  })}
                {kind === "open" &&
                  t("promises.dueExact", {
                    time: exactDue(line, i18n.language),
                  })}
                {kind === "handed" && t("promises.handedTo", { name: line.to })}
                {line.reason !== "" && <span className="promise-soft"> {line.reason}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
