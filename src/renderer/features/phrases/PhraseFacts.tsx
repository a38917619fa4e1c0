import { useTranslation } from "react-i18next";
import type { Phrase } from "../../../shared/contract/phrases.ts";
import { Time } from "../../ui/Time.tsx";

/** What cannot be edited: where it is from, when, how often used. */
export function PhraseFacts({ phrase }: { phrase: Phrase }) {
  const { t } = useTranslation();
  const sources: Readonly<Record<string, string>> = {
    mine: t("phrases.sources.mine"),
    starter: t("phrases.sources.starter"),
  };
  return (
    <dl className="facts">
      {phrase.trashedAt !== null && (
        <div>
          <dt>{t("phrases.fields.trashed")}</dt>
          <dd>
            <Time at={phrase.trashedAt} />
          </dd>
        </div>
      )}
      <div>
        <dt>{t("phrases.fields.used")}</dt>
        <dd>
          {phrase.useCount === 0
            ? t("phrases.neverUsed")
            : t("phrases.uses", { count: phrase.useCount })}
          {phrase.lastUsedAt !== null && (
            <>
              {" · "}
              <Time at={phrase.lastUsedAt} />
            </>
          )}
        </dd>
      </div>
      <div>
        <dt>{t("phrases.fields.changed")}</dt>
        <dd>
          <Time at={phrase.changedAt} />
        </dd>
      </div>
      <div>
        <dt>{t("phrases.fields.created")}</dt>
        <dd>
          <Time at={phrase.createdAt} />
        </dd>
      </div>
      <div>
        <dt>{t("phrases.fields.source")}</dt>
        <dd>{sources[phrase.source] ?? t("phrases.sources.pack", { name: phrase.source })}</dd>
      </div>
    </dl>
  );
}
