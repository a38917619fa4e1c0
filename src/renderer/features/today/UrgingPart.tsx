import { useTranslation } from "react-i18next";
import type { Today } from "../../../shared/contract/today.ts";
import { Nothing, Part } from "./Part.tsx";
import { ITEM } from "./useItemKeys.ts";

const PATH = "#/urging";

/** Unpaid orders to remind, and those that wait. */
export function UrgingPart({ urging }: { urging: Today["urging"] }) {
  const { t } = useTranslation();
  const { todo, waiting } = urging;
  return (
    <Part
      title={t("today.urging.title")}
      more={todo > 0 && <a href={PATH}>{t("today.urging.go")}</a>}
    >
      {todo + waiting === 0 ? (
        <Nothing action={<a href={PATH}>{t("today.urging.add")}</a>}>
          {t("today.urging.none")}
        </Nothing>
      ) : (
        <ul className="today-sets">
          {todo > 0 && (
            <li>
              <a className={ITEM} href={PATH}>
                <b>{t("today.urging.todo", { count: todo })}</b>
              </a>
            </li>
          )}
          {waiting > 0 && (
            <li>
              <a className={ITEM} href={PATH}>
                <span>{t("today.urging.waiting", { count: waiting })}</span>
              </a>
            </li>
          )}
        </ul>
      )}
    </Part>
  );
}
