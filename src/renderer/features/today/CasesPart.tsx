import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Locale } from "../../../shared/contract/settings.ts";
import type { Today } from "../../../shared/contract/today.ts";
import { complaintNames } from "../../../shared/rules/complaints/names.ts";
import { caseAddress } from "../../ui/caseAddress.ts";
import { Due } from "../../ui/Due.tsx";
import { Nothing, Part } from "./Part.tsx";
import { ITEM } from "./useItemKeys.ts";

/** Open complaints, what is due first at the top. */
export function CasesPart({ complaints, now }: { complaints: Today["complaints"]; now: number }) {
  const { t, i18n } = useTranslation();
  const names = complaintNames(i18n.language as Locale);
  const { open, rows } = complaints;
  return (
    <Part
      title={t("today.complaints.title")}
      more={open > 0 && <a href="#/complaints">{t("today.complaints.all", { count: open })}</a>}
    >
      {rows.length === 0 ? (
        <Nothing
          action={
            <Button size="small" href="#/complaints">
              {t("today.complaints.new")}
            </Button>
          }
        >
          {t("today.complaints.none")}
        </Nothing>
      ) : (
        <ul className="today-rows">
          {rows.map((row) => (
            <li
              key={row.id}
              data-late={(row.deadlineAt !== null && row.deadlineAt < now) || undefined}
            >
              <a className={ITEM} href={caseAddress(row.id)}>
                <span className="today-tag" data-severity={row.severity}>
                  {row.severity === "normal"
                    ? names.kinds[row.kind]
                    : `${names.severities[row.severity]} · ${names.kinds[row.kind]}`}
                </span>
                <span className="today-what">
                  {row.customer || row.order || t("today.complaints.nobody")}
                  {row.title !== "" && <span className="today-title">{row.title}</span>}
                </span>
                <span className="today-whom">
                  {[names.stages[row.stage], row.shop].filter((part) => part !== "").join(" · ")}
                </span>
                {row.deadlineAt === null ? (
                  <span className="today-due">{t("today.complaints.noDeadline")}</span>
                ) : (
                  <Due className="today-due" due={{ dueAt: row.deadlineAt, dateOnly: false }} />
                )}
              </a>
            </li>
          ))}
        </ul>
      )}
    </Part>
  );
}
