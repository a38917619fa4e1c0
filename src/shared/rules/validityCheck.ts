import type { CampaignDraft } from "../contract/campaigns.ts";
import type { ErrorParams } from "../errors.ts";
import type { MessageCode } from "../messages/zh-CN.ts";
import { isWall } from "./validityWall.ts";

/** What is wrong with a set, and where: "name", "end", or "phases.1.end". */
export interface SetProblem {
  readonly field: string;
  readonly code: MessageCode;
  readonly params: ErrorParams;
}

interface Window {
  readonly name: string;
  readonly start: string | null;
  readonly end: string | null;
}

/** Wall times of one zone compare as text. */
function windowProblem(window: Window, prefix: string): SetProblem[] {
  const { name, start, end } = window;
  const say = (field: "start" | "end", code: MessageCode): SetProblem[] => [
    { field: `${prefix}${field}`, code, params: { name } },
  ];
  if (start !== null && !isWall(start)) return say("start", "campaign_no_such_time");
  if (end !== null && !isWall(end)) return say("end", "campaign_no_such_time");
  if ((start === null) !== (end === null))
    return say(start === null ? "start" : "end", "campaign_half_dated");
  if (start !== null && end !== null && start >= end) return say("end", "campaign_ends_first");
  return [];
}

/** What keeps a set from being saved, in the order of the form. Empty: nothing does. */
export function setProblems(draft: CampaignDraft): SetProblem[] {
  const problems: SetProblem[] = [];
  if (draft.name.trim() === "")
    problems.push({ field: "name", code: "campaign_nameless", params: {} });
  problems.push(...windowProblem(draft, ""));
  for (const [at, phase] of draft.phases.entries()) {
    const prefix = `phases.${at}.`;
    if (phase.name.trim() === "")
      problems.push({ field: `${prefix}name`, code: "campaign_phase_nameless", params: {} });
    const own = windowProblem(phase, prefix);
    problems.push(...own);
    if (own.length > 0 || phase.start === null || phase.end === null) continue;
    const { start, end } = draft;
    if (start === null || end === null || phase.start < start || phase.end > end)
      problems.push({
        field: `${prefix}start`,
        code: "campaign_phase_outside",
        params: { name: phase.name },
      });
  }
  return problems;
}
