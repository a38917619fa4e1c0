import type { HandlersFor } from "../../../shared/contract/index.ts";
import { REPORT_LIMITS } from "../../../shared/contract/reports.ts";
import { toHtml, toText } from "../../../shared/rules/document.ts";
import { reportFileName, reportPaper } from "../../../shared/rules/reports/paper.ts";
import { createComplaintMorning } from "../../modules/complaints/morningStore.ts";
import { createDayStore } from "../../modules/promises/dayStore.ts";
import type { FeedbackStore } from "../../modules/feedback/store.ts";
import { reportHandlers } from "../../modules/reports/handlers.ts";
import { createReportStore, finishedIn, REPORT } from "../../modules/reports/store.ts";
import type { UrgingStore } from "../../modules/urging/store.ts";
import { urgedWithin } from "../../modules/urging/urged.ts";
import type { Foundation } from "../foundation.ts";

interface Needs {
  readonly statistics: HandlersFor<"statistics.uses">;
  readonly urging: Pick<UrgingStore, "urgedIn">;
  readonly feedback: Pick<FeedbackStore, "between">;
}

/** 周报: a week of an agent, counted from what the other features keep. */
export function reportsFeature(base: Foundation, { statistics, urging, feedback }: Needs) {
  const { journal, now, zone } = base;
  const { settings, printing } = base.ports;
  const store = createReportStore(base.database);
  const days = createDayStore(base.database);
  const cases = createComplaintMorning(base.database);
  journal.follow(REPORT, (weeks) => {
    for (const week of weeks) store.put(week, finishedIn(journal.of(REPORT, week)));
  });
  return {
    handlers: reportHandlers({
      store,
      journal,
      now,
      zone,
      agent: () => settings.get().agentName,
      locale: () => settings.get().locale ?? "zh-CN",
      records: {
        promiseSteps: days.steps,
        promisesOverdue: (from, to) => days.lateAt(to, from),
        complaints: cases.between,
        complaintsOpenAt: cases.openAt,
        uses: async (from, to, inZone) =>
          statistics["statistics.uses"]({
            ...{ from, to, zone: inZone },
            limit: REPORT_LIMITS.phrases,
          }),
        feedback: feedback.between,
        urging: (from, to) => urgedWithin(urging.urgedIn(from, to), from, to),
      },
      async export(content, finished, format) {
        const [paper, name] = [reportPaper(content, finished), reportFileName(content)];
        if (format === "text") return base.deliver(`${name}.txt`, toText(paper));
        if (format === "word") {
          // Its library is large; it is read when a file is asked for.
          const { toWord } = await import("../../modules/reports/word.ts");
          return base.deliver(`${name}.docx`, await toWord(paper));
        }
        return base.deliver(`${name}.pdf`, await printing.pdf(toHtml(paper)));
      },
      changed: (week) => {
        if (base.isOpen()) base.emit("reports.changed", { week });
      },
    }),
  };
}
