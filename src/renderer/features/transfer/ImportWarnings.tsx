import { Alert } from "antd";
import { useId } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../../api/hooks.ts";

/** How many phrases are named. */
const NAMED = 12;

/** Phrases of an import that hold words which should not be sent. */
export function ImportWarnings({ historyId }: { historyId: number }) {
  const { t } = useTranslation();
  const job = useId();
  const found = useCall("gate.sweep", { job, historyId }).data;
  if (!found || found.blocked + found.warned === 0) return null;
  const { blocked, warned } = found;
  const named = found.phrases.filter(({ severity }) => severity !== null).slice(0, NAMED);
  const more = blocked + warned - named.length;
  return (
    <Alert
      type="warning"
      showIcon
      className="transfer-warnings"
      title={t("gate.imported.title")}
      description={
        <>
          <p>{t("gate.imported.summary", { blocked, warned })}</p>
          <ul>
            {named.map(({ id, title, texts }) => (
              <li key={id}>
                <a href={`#/phrases?id=${id}`}>{title}</a>{" "}
                {[
                  ...new Set(texts.flatMap(({ findings }) => findings.map(({ word }) => word))),
                ].join("、")}
              </li>
            ))}
          </ul>
          {more > 0 && <p>{t("gate.imported.more", { count: more })}</p>}
        </>
      }
    />
  );
}
