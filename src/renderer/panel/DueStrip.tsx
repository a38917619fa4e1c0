import type { PromiseRow } from "../../shared/contract/promises.ts";
import type { Locale } from "../../shared/contract/settings.ts";
import { standing } from "../../shared/rules/standing.ts";
import { call } from "../api/client.ts";
import { exactOf } from "../ui/due.ts";
import { useMinute } from "../ui/now.ts";
import { useOnce } from "../ui/useOnce.ts";
import { dueWords } from "../ui/quick/dueWords.ts";
import type { Note } from "../ui/quick/useChoosing.ts";
import { useLiveCall } from "./useLiveCall.ts";
import type { Offer } from "./useOffer.ts";
import type { Say } from "./words.ts";

interface StripProps {
  readonly locale: Locale;
  readonly say: Say;
  readonly tell: (note: Note | null) => void;
  readonly offer: (offer: Offer | null) => void;
  readonly failed: (error: unknown) => void;
}

/** The promise that is due next, in one line, cleared by one click; how many more press. Nothing when nothing is due today. */
export function DueStrip({ locale, say, tell, offer, failed }: StripProps) {
  const now = useMinute();
  const once = useOnce();
  const due = useLiveCall("promises.due", { limit: 1 });
  const next = due?.rows[0];
  if (!due || !next) return null;
  const pressing = standing(next.dueAt, { now, todayEnds: due.todayEnds });
  if (pressing === "later") return null;
  const { overdue, hour, today } = due.counts;
  const others = overdue + hour + today - 1;

  const clear = async ({ id, text }: PromiseRow): Promise<void> => {
    const { events } = await call("promises.clear", { ids: [id] });
    // The second click of two meets the row before the strip shows the next.
    if (events.length === 0) return;
    const back = async (): Promise<void> => {
      offer(null);
      await call("promises.undo", { events });
      tell({ sentence: say("undone"), bad: false });
    };
    offer({ sentence: say("dueCleared", { text }), undo: () => void back().catch(failed) });
  };
  const who = [next.customer, next.order].filter((part) => part !== "").join(" ");

  return (
    <section className={`due-strip ${pressing}`} aria-label={say("dueStrip")}>
      <button
        type="button"
        className="due-done"
        title={say("dueDone")}
        aria-label={say("dueDoneOne", { text: next.text })}
        onClick={() => void once(next.id, () => clear(next)).catch(failed)}
      >
        ✓
      </button>
      <span className="due-what" title={[next.text, who].filter((part) => part !== "").join("\n")}>
        {next.text}
        {who !== "" && <small> {who}</small>}
      </span>
      <time title={exactOf(next.dueAt, locale)}>
        {pressing === "overdue" && "⚠ "}
        {dueWords(next.dueAt, now, next.dateOnly, locale)}
      </time>
      {others > 0 && <span className="due-others">{say("dueOthers", { count: others })}</span>}
    </section>
  );
}
