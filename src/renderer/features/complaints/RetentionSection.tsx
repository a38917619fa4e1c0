import { Button, Popconfirm } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ComplaintAuthority } from "../../../shared/contract/complaintFacts.ts";
import type { Output } from "../../../shared/contract/index.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { bytesInWords } from "../../ui/bytes.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { Time } from "../../ui/Time.tsx";
import { LeftField } from "./LeftField.tsx";
import type { ChangeRules } from "./RulesScreen.tsx";

interface RetentionSectionProps {
  readonly authority: ComplaintAuthority;
  readonly change: ChangeRules;
}

/** The law's least, years. */
const LEAST = 3;
const years = (text: string): number | undefined => {
  const value = Number(text);
  return Number.isInteger(value) && value >= LEAST && value <= 50 ? value : undefined;
};

/** How long cases are kept, and removing those that were kept for long enough. */
export function RetentionSection({ authority, change }: RetentionSectionProps) {
  const { t, i18n } = useTranslation();
  const notify = useNotify();
  const retention = useCall("complaints.retention", {});
  const look = useAct("complaints.purge");
  const purge = useAct("complaints.purge");
  const [preview, setPreview] = useState<Output<"complaints.purge"> | null>(null);
  const kept = retention.data;
  const day = (at: number): string =>
    new Intl.DateTimeFormat(i18n.language, { dateStyle: "long" }).format(at);
  const remove = (): void =>
    purge.mutate(
      { dryRun: false },
      {
        onSuccess: ({ cases }) => {
          setPreview(null);
          notify("info", t("complaints.rules.purged", { count: cases.length }));
          void retention.refetch();
        },
      },
    );
  return (
    <section aria-labelledby="complaint-keep">
      <h2 id="complaint-keep">{t("complaints.rules.keep")}</h2>
      <label className="rules-line">
        <span>{t("complaints.rules.keepYears")}</span>
        <LeftField
          value={String(authority.keepYears)}
          read={years}
          onLeft={(keepYears) => change({ keepYears }, t("complaints.rules.keepYears"))}
        />
        <span>{t("complaints.rules.years")}</span>
        <span className="complaint-soft">{t("complaints.rules.keepWhy")}</span>
      </label>
      {kept && kept.due === 0 && <p className="complaint-soft">{t("complaints.rules.noneDue")}</p>}
      {kept && kept.due > 0 && (
        <>
          <p>
            {t("complaints.rules.due", {
              day: day(kept.before),
              count: kept.due,
              size: bytesInWords(kept.bytes, i18n.language),
            })}
          </p>
          <Button
            loading={look.isPending}
            onClick={() =>
              preview ? setPreview(null) : look.mutate({ dryRun: true }, { onSuccess: setPreview })
            }
          >
            {t(preview ? "complaints.rules.hide" : "complaints.rules.preview")}
          </Button>
        </>
      )}
      {preview && (
        <div className="rules-preview">
          <ul>
            {preview.cases.map(({ id, number, title, closedAt }) => (
              <li key={id}>
                <code>{number}</code> <span>{title}</span>{" "}
                <span className="complaint-soft">{day(closedAt)}</span>
              </li>
            ))}
          </ul>
          <Popconfirm
            title={t("complaints.rules.purgeSure")}
            okText={t("complaints.rules.purge", { count: preview.cases.length })}
            cancelText={t("complaints.cancel")}
            okButtonProps={{ danger: true }}
            onConfirm={remove}
          >
            <Button danger loading={purge.isPending}>
              {t("complaints.rules.purge", { count: preview.cases.length })}
            </Button>
          </Popconfirm>
        </div>
      )}
      {kept && kept.purged.length > 0 && (
        <details>
          <summary>{t("complaints.rules.purgedBefore")}</summary>
          <ul className="rules-purged">
            {kept.purged.map(({ id, at, events, sum }) => (
              <li key={id}>
                <Time at={at} />{" "}
                <code title={sum}>
                  {t("complaints.rules.purgedOne", { events, sum: sum.slice(0, 16) })}
                </code>
              </li>
            ))}
          </ul>
        </details>
      )}
    </section>
  );
}
