import type { HandlersFor } from "../../../shared/contract/index.ts";
import { complaintStage } from "../../../shared/contract/complaintFacts.ts";
import type { SettingsStore } from "../../ports/settingsStore.ts";
import { WORDINGS_OF } from "../../../shared/rules/complaints/duties.ts";
import type { Cases, CasesSurroundings } from "./cases.ts";
import type { ComplaintList } from "./listStore.ts";
import { mandate } from "./rules.ts";
import { trendsOf } from "./trends.ts";
import { wordingsFor } from "./wordings.ts";

type Names =
  | "complaints.list"
  | "complaints.board"
  | "complaints.get"
  | "complaints.wordings"
  | "complaints.authority"
  | "complaints.setAuthority"
  | "complaints.known"
  | "complaints.trends";

interface Around extends Pick<CasesSurroundings, "now" | "zone" | "store" | "emit"> {
  readonly list: ComplaintList;
  readonly settings: SettingsStore;
}

/** Only the counts. */
const NOTHING_SHOWN = {
  stage: null,
  state: "all",
  late: false,
  dueBefore: null,
  offset: 0,
  limit: 0,
} as const;

/** Answers the calls that read, and those about who may give how much. */
export function complaintHandlers(cases: Cases, around: Around): HandlersFor<Names> {
  const { list, store, now, settings } = around;
  return {
    "complaints.list"(asked) {
      const at = now();
      const { total, rows, counts, late } = list.window(asked, asked, at);
      const overdue = Object.values(late).reduce((sum, each) => sum + each, 0);
      return { now: at, ...{ total, rows, counts, overdue }, empty: list.empty() };
    },
    "complaints.board"({ shop, kind, limit }) {
      const at = now();
      const asked = { text: "", severity: null, shop, kind };
      const { counts, late } = list.window(asked, NOTHING_SHOWN, at);
      return {
        now: at,
        columns: complaintStage.options.map((stage) => ({
          ...{ stage, total: counts[stage], overdue: late[stage] },
          cards: list.column(stage, asked, limit),
        })),
      };
    },
    "complaints.get": ({ id }) => cases.detail(id),
    "complaints.wordings"({ id, locale }) {
      const { folded } = cases.whole(id);
      const known = settings.get();
      return {
        wordings: wordingsFor({
          case: folded.case,
          agent: known.agentName || known.agentNumber,
          escalate: mandate(known.complaints, folded.case, now()).escalate,
          ...{ now: now(), zone: around.zone(), locale: locale ?? known.locale ?? "zh-CN" },
        }),
        now: [...WORDINGS_OF[folded.case.stage]],
      };
    },
    "complaints.authority": () => settings.get().complaints,
    "complaints.setAuthority"(changes) {
      const after = settings.set({ complaints: { ...settings.get().complaints, ...changes } });
      around.emit("settings.changed", after);
      return after.complaints;
    },
    "complaints.known": ({ field, text, limit }) => store.known(field, text, limit),
    "complaints.trends"({ from, to, zone = around.zone() }) {
      return trendsOf(list.between(from, to), { from, to, zone, now: now() });
    },
  };
}
