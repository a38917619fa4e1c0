import { Button, Radio, Spin } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { TwiceStored } from "../../../shared/contract/statistics.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { ErrorState } from "../../ui/States.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import { percent } from "../../ui/plots/plots.ts";

/** Phrases that say the same, or nearly; one of each group is kept. */
export function TwiceSection() {
  const { t } = useTranslation();
  // Every text is compared with every other: only when somebody wants to know.
  const [wanted, setWanted] = useState(false);
  const twice = useCall("statistics.twice", {}, { enabled: wanted, keepPrevious: true });
  return (
    <section className="statistics-section" aria-labelledby="statistics-twice">
      <header>
        <h2 id="statistics-twice">
          {twice.data
            ? t("statistics.twice.title", { count: twice.data.total })
            : t("statistics.twice.name")}
        </h2>
        <Button
          disabled={twice.isFetching}
          onClick={() => (wanted ? void twice.refetch() : setWanted(true))}
        >
          {t("statistics.twice.look")}
        </Button>
      </header>
      <p className="statistics-soft">{t("statistics.twice.why")}</p>
      {twice.isError && <ErrorState error={twice.error} onRetry={() => void twice.refetch()} />}
      <Spin spinning={twice.isFetching} delay={150}>
        {twice.data && twice.data.total === 0 && <p>{t("statistics.twice.none")}</p>}
        <ul className="statistics-groups">
          {twice.data?.groups.map((group) => (
            <Group key={group.phrases.map(({ id }) => id).join()} group={group} />
          ))}
        </ul>
      </Spin>
    </section>
  );
}

function Group({ group }: { group: TwiceStored }) {
  const { t } = useTranslation();
  const undo = useUndo();
  const merge = useAct("statistics.merge");
  const [keep, setKeep] = useState(group.phrases[0]!.id);
  const kept = group.phrases.find(({ id }) => id === keep) ?? group.phrases[0]!;
  const run = (): void =>
    merge.mutate(
      {
        keep: kept.id,
        others: group.phrases.flatMap(({ id }) => (id === kept.id ? [] : [id])),
      },
      {
        onSuccess: ({ historyId, count }) =>
          undo.offer({
            historyId,
            sentence: t("statistics.twice.merged", { title: kept.title, count }),
          }),
      },
    );
  return (
    <li>
      <header>
        <span className="statistics-soft">
          {group.likeness === 1
            ? t("statistics.twice.same")
            : t("statistics.twice.nearly", { share: percent(group.likeness, 1) })}
        </span>
        <Button size="small" loading={merge.isPending} onClick={run}>
          {t("statistics.twice.merge", { title: kept.title })}
        </Button>
      </header>
      <Radio.Group value={kept.id} onChange={(event) => setKeep(String(event.target.value))}>
        {group.phrases.map((phrase) => (
          <Radio key={phrase.id} value={phrase.id}>
            <span className="statistics-name">{phrase.title}</span>
            <span className="statistics-soft">
              {[
                phrase.shortcut && `/${phrase.shortcut}`,
                phrase.categoryPath.join(" › "),
                t("statistics.usedTimes", { count: phrase.useCount }),
              ]
                .filter((part) => part !== "")
                .join("  ")}
            </span>
            <span className="statistics-text">{phrase.body}</span>
          </Radio>
        ))}
      </Radio.Group>
    </li>
  );
}
