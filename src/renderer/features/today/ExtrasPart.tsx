import { useTranslation } from "react-i18next";
import type { TodayExtra } from "../../../shared/contract/today.ts";
import { Part } from "./Part.tsx";
import { ITEM } from "./useItemKeys.ts";

/** Packs to update, drills due: nothing while no feature hands anything in. */
export function ExtrasPart({ extras }: { extras: readonly TodayExtra[] }) {
  const { t } = useTranslation();
  const due = extras.filter(({ count }) => count > 0);
  if (due.length === 0) return null;
  return (
    <Part title={t("today.extras.title")}>
      <ul className="today-sets">
        {due.map(({ kind, count, path }) => (
          <li key={kind}>
            <a className={ITEM} href={`#${path}`}>
              {t(`today.extras.${kind}`, { count })}
            </a>
          </li>
        ))}
      </ul>
    </Part>
  );
}
