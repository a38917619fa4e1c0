import { CheckOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { Today, TodayPromise } from "../../../shared/contract/today.ts";
import { call } from "../../api/client.ts";
import { useAct } from "../../api/hooks.ts";
import { Due } from "../../ui/Due.tsx";
import { keyName } from "../../ui/keys.ts";
import { useUndo } from "../../ui/Undo.tsx";
import { useSentOnce } from "../../ui/useSentOnce.ts";
import { Nothing, Part } from "./Part.tsx";
import { ITEM } from "./useItemKeys.ts";

/** Promises due today, the most pressing first; one key clears one. */
export function PromisesPart({ promises, now }: { promises: Today["promises"]; now: number }) {
  const { t } = useTranslation();
  const undo = useUndo();
  const sentOnce = useSentOnce();
  const clear = useAct("promises.clear");
  const { counts, doneToday, rows } = promises;
  const dueToday = counts.overdue + counts.hour + counts.today;
  const more = dueToday - rows.length;

  const done = async ({ id, text }: TodayPromise): Promise<void> => {
    const receipt = await sentOnce("clear", [id], (ids) => clear.mutateAsync({ ids }));
    if (!receipt || receipt.events.length === 0) return;
    const { events } = receipt;
    undo.offer({
      sentence: t("today.promises.cleared", { text }),
      async takeBack() {
        await call("promises.undo", { events });
        return t("today.promises.undone", { text });
      },
    });
  };

  return (
    <Part
      title={t("today.promises.title")}
      more={
        <span className="today-ways">
          {dueToday + doneToday > 0 && <a href="#/offshift">{t("today.promises.offShift")}</a>}
          <a href="#/promises">{t("today.promises.all", { count: dueToday + counts.later })}</a>
        </span>
      }
    >
      {rows.length === 0 ? (
        <>
          <Nothing
            action={
              <Button size="small" href="#/promises?new">
                {t("today.promises.new")} {keyName("n")}
              </Button>
            }
          >
            {doneToday > 0
              ? t("today.promises.allDone", { count: doneToday })
              : t("today.promises.none")}
          </Nothing>
          <p className="today-example">{t("today.promises.example")}</p>
        </>
      ) : (
        <ul className="today-rows">
          {rows.map((row) => (
            <li key={row.id} data-late={row.dueAt < now || undefined}>
              <button
                type="button"
                className="today-clear"
                data-clears
                tabIndex={-1}
                aria-label={t("today.promises.clear", { text: row.text })}
                title={`${t("today.keys.clear")} (${keyName("space")})`}
                onClick={() => void done(row)}
              >
                <CheckOutlined aria-hidden />
              </button>
              <a className={ITEM} href={`#/promises?id=${row.id}`}>
                <span className="today-what">{row.text}</span>
                <span className="today-whom">
                  {[row.customer, row.order, row.shop].filter((part) => part !== "").join(" · ")}
                </span>
                <Due className="today-due" due={row} />
              </a>
            </li>
          ))}
          {more > 0 && (
            <li>
              <a className={`${ITEM} today-more`} href="#/promises">
                {t("today.promises.more", { count: more })}
              </a>
            </li>
          )}
        </ul>
      )}
    </Part>
  );
}
