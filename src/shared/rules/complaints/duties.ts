import type {
  ComplaintDutyId,
  ComplaintStage,
  ComplaintStep,
  ComplaintWordingKind,
} from "../../contract/complaintFacts.ts";

export interface DutyRule {
  readonly stage: Exclude<ComplaintStage, "closed">;
  /** Without it the case does not go on. */
  readonly required: boolean;
  /** False: recorded facts say whether it is done; nobody ticks it. */
  readonly byHand: boolean;
}

const duty = (stage: DutyRule["stage"], how: "required" | "good" | "facts"): DutyRule => ({
  stage,
  required: how !== "good",
  byHand: how !== "facts",
});

/** The duties of each stage in the order in which they are shown. */
export const DUTIES: Readonly<Record<ComplaintDutyId, DutyRule>> = {
  listened: duty("accept", "good"),
  course_recorded: duty("accept", "required"),
  waiting_told: duty("accept", "required"),
  no_dispute: duty("clarify", "good"),
  buyers_side: duty("clarify", "good"),
  nobody_blamed: duty("clarify", "good"),
  not_passed_on: duty("clarify", "good"),
  apologised: duty("clarify", "good"),
  summarised: duty("clarify", "required"),
  expectation: duty("clarify", "good"),
  plan_told: duty("resolve", "required"),
  choices: duty("resolve", "good"),
  agreed: duty("resolve", "facts"),
  handed_on: duty("resolve", "good"),
  time_kept: duty("follow", "good"),
  result_reported: duty("follow", "required"),
  satisfaction_asked: duty("follow", "facts"),
  thanked: duty("follow", "good"),
};

/** The seven steps: in which stage each is, and which wordings belong to it. */
export const STEPS: Readonly<
  Record<
    ComplaintStep,
    {
      readonly stage: Exclude<ComplaintStage, "closed">;
      readonly wordings: readonly ComplaintWordingKind[];
    }
  >
> = {
  accept_at_once: { stage: "accept", wordings: ["acknowledge"] },
  meet_feeling: { stage: "accept", wordings: ["apologise"] },
  summarise: { stage: "clarify", wordings: ["remedy"] },
  offer_choices: { stage: "resolve", wordings: ["options", "refuse", "escalate"] },
  agree_and_act: { stage: "resolve", wordings: ["no_repeat"] },
  thank: { stage: "follow", wordings: ["thanks"] },
  track: { stage: "follow", wordings: [] },
};

/** The wordings that help in a stage, the likeliest first. */
export const WORDINGS_OF: Readonly<Record<ComplaintStage, readonly ComplaintWordingKind[]>> = {
  accept: ["acknowledge", "apologise"],
  clarify: ["apologise", "remedy", "acknowledge", "escalate"],
  resolve: ["options", "remedy", "refuse", "escalate", "no_repeat"],
  follow: ["thanks", "no_repeat", "apologise"],
  closed: ["thanks"],
};
