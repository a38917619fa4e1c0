import { useTranslation } from "react-i18next";
import type { PromiseEvent, PromiseSource } from "../../../shared/contract/promises.ts";
import { exactDue, exactOf } from "../../ui/due.ts";
import { Time } from "../../ui/Time.tsx";

interface StoryProps {
  /** Oldest first. */
  readonly events: readonly PromiseEvent[];
  readonly source: PromiseSource;
}

/** What happened to a promise, the newest first; what was taken back stays, struck through. */
export function Story({ events, source }: StoryProps) {
  const { t } = useTranslation();
  return (
    <section className="story" aria-label={t("promises.story.title")}>
      <h3>{t("promises.story.title")}</h3>
      <ol>
        {events.toReversed().map((event) => (
          <li key={event.id} data-undone={event.undone || undefined} data-kind={event.kind}>
            <span className="story-what">
              <Said event={event} source={source} />
              {event.undone && <em>{t("promises.story.takenBack")}</em>}
            </span>
            <span className="story-when">
              {event.by !== "" && <span>{event.by}</span>}
              <Time at={event.at} />
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

const FIELDS = ["text", "note", "customer", "order", "shop", "dueAt"] as const;
type FieldName = (typeof FIELDS)[number];
const isField = (name: string): name is FieldName => FIELDS.some((each) => each === name);

function Said({ event, source }: { event: PromiseEvent; source: PromiseSource }) {
  const { t, i18n } = useTranslation();
  const { dueAt, dateOnly } = event;
  const due = dueAt === null ? "" : exactDue({ dueAt, dateOnly }, i18n.language);
  const exact = (at: number | null): string => (at === null ? "" : exactOf(at, i18n.language));
  switch (event.kind) {
    case "made":
      return (
        <>
          {t("promises.story.made", {
            source: t(`promises.sources.${source}`),
            time: due,
          })}
        </>
      );
    case "amended":
      return (
        <>
          {event.changes
            .filter(({ field }) => isField(field))
            .map(({ field, before, after }) => (
              <span key={field} className="story-change">
                {isField(field) && t(`promises.fields.${field === "dueAt" ? "due" : field}`)}{" "}
                <del>{field === "dueAt" ? exact(Number(before)) : before || "—"}</del>{" "}
                <ins>{field === "dueAt" ? exact(Number(after)) : after || "—"}</ins>
              </span>
            ))}
        </>
      );
    case "carried":
      return <>{t("promises.story.carried", { time: due, reason: event.reason })}</>;
    case "snoozed":
      return (
        <>
          {event.until === null
            ? t("promises.story.woken")
            : t("promises.story.snoozed", { time: exact(event.until) })}
        </>
      );
    case "handed":
      return (
        <>
          {t("promises.story.handed", { to: event.to })}
          {event.reason !== "" && <q>{event.reason}</q>}
        </>
      );
    case "withdrawn":
      return (
        <>
          {t("promises.story.withdrawn")}
          {event.reason !== "" && <q>{event.reason}</q>}
        </>
      );
    case "undone":
      return (
        <>
          {t("promises.story.undone", {
            what: event.what === null ? "" : t(`promises.story.kinds.${event.what}`),
          })}
        </>
      );
    default:
      return <>{t(`promises.story.${event.kind}`)}</>;
  }
}
