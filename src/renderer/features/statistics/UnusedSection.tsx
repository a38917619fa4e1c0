import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { useAct, useCall } from "../../api/hooks.ts";
import { Time } from "../../ui/Time.tsx";
import { useUndo } from "../../ui/Undo.tsx";

/** Phrases nobody has used; those of the last week are given their time. */
export function UnusedSection({ before }: { before: number }) {
  const { t } = useTranslation();
  const undo = useUndo();
  const unused = useCall("statistics.unused", { before, limit: 100 }, { keepPrevious: true });
  const trash = useAct("phrases.trash");
  const drop = (ids: string[]): void =>
    trash.mutate(
      { ids },
      {
        onSuccess: ({ historyId, count }) =>
          undo.offer({ historyId, sentence: t("statistics.unused.trashed", { count }) }),
      },
    );
  if (!unused.data || unused.data.total === 0) return null;
  const { rows, total } = unused.data;
  return (
    <section className="statistics-section" aria-labelledby="statistics-unused">
      <header>
        <h2 id="statistics-unused">{t("statistics.unused.title", { count: total })}</h2>
        <Button onClick={() => drop(rows.map(({ id }) => id))}>
          {t("statistics.unused.trashAll", { count: rows.length })}
        </Button>
      </header>
      <p className="statistics-soft">{t("statistics.unused.why")}</p>
      <ul className="statistics-rows">
        {rows.map((row) => (
          <li key={row.id}>
            <span className="statistics-name">{row.title}</span>
            <span className="statistics-soft statistics-body">{row.body}</span>
            <span className="statistics-soft">
              <Time at={row.changedAt} />
            </span>
            <Button
              size="small"
              aria-label={`${t("statistics.unused.trash")}: ${row.title}`}
              onClick={() => drop([row.id])}
            >
              {t("statistics.unused.trash")}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
