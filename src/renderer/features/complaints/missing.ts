import type { ComplaintDutyId } from "../../../shared/contract/complaintFacts.ts";

/** Where on the screen something that is missing can be made good. */
export type Place = "record" | "facts" | "handle" | { readonly duty: ComplaintDutyId };

const PLACES: Readonly<Record<string, Place>> = {
  complaint_needs_record: "record",
  complaint_needs_course: { duty: "course_recorded" },
  complaint_needs_answer_time: "facts",
  complaint_needs_waiting_told: { duty: "waiting_told" },
  complaint_needs_summary: { duty: "summarised" },
  complaint_needs_plan: "handle",
  complaint_needs_plan_reason: "handle",
  complaint_needs_plan_time: "handle",
  complaint_needs_decision: "handle",
  complaint_needs_approval: "handle",
  complaint_needs_plan_told: { duty: "plan_told" },
  complaint_needs_agreement: "handle",
  complaint_needs_result: { duty: "result_reported" },
  complaint_needs_satisfaction: "handle",
};

/** Null for what has no place of its own. */
export const placeOf = (code: string): Place | null => PLACES[code] ?? null;
