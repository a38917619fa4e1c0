import { useTranslation } from "react-i18next";
import type { UrgingRow } from "../../../shared/contract/urging.ts";
import { Time } from "../../ui/Time.tsx";

/** What was done about an order before, oldest first. */
export function Story({ row }: { row: UrgingRow }) {
  const { t } = useTranslation();
  const { urges, result, resultAt, paidAt } = row;
  const told = [
    ...urges.map(({ at, by, title }) => ({
      at,
      words:
        by === ""
          ? t("urging.before.urgedPlain", { title })
          : t("urging.before.urged", { by, title }),
    })),
    ...(result && resultAt !== null
      ? [
          {
            at: resultAt,
            words: t("urging.before.result", { result: t(`urging.results.${result}`) }),
          },
        ]
      : []),
    ...(paidAt !== null && result !== "paid"
      ? [{ at: paidAt, words: t("urging.before.paid") }]
      : []),
  ].toSorted((a, b) => a.at - b.at);
  return (
    <div className="order-story">
      <h3>{t("urging.before.title")}</h3>
      {told.length === 0 ? (
        <p className="urging-soft">{t("urging.before.none")}</p>
      ) : (
        <ul>
          {told.map(({ at, words }) => (
            <li key={`${at} ${words}`}>
              <span className="urging-soft">
                <Time at={at} />
              </span>{" "}
              {words}
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
