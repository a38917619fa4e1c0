import type { z } from "zod";
import { answerProcedures } from "./answers.ts";
import { campaignEvents, campaignProcedures } from "./campaigns.ts";
import { complaintEvents, complaintProcedures } from "./complaints.ts";
import { closingProcedures } from "./closing.ts";
import { customerEvents, customerProcedures } from "./customers.ts";
import { deskEvents, deskProcedures } from "./desk.ts";
import { feedbackEvents, feedbackProcedures } from "./feedback.ts";
import { gateProcedures } from "./gate.ts";
import { pictureProcedures } from "./pictures.ts";
import { productProcedures } from "./products.ts";
import { phraseEvents, phraseProcedures } from "./phrases.ts";
import { priceProcedures } from "./price.ts";
import { promiseEvents, promiseProcedures } from "./promises.ts";
import { reportEvents, reportProcedures } from "./reports.ts";
import { searchProcedures } from "./search.ts";
import { settingsEvents, settingsProcedures } from "./settings.ts";
import { shopEvents, shopProcedures } from "./shops.ts";
import { statisticsProcedures } from "./statistics.ts";
import { systemProcedures } from "./system.ts";
import { templateProcedures } from "./templates.ts";
import { todayProcedures } from "./today.ts";
import { transferEvents, transferProcedures } from "./transfer.ts";
import { urgingEvents, urgingProcedures } from "./urging.ts";
import { wordingProcedures } from "./wordings.ts";

/** Every call there is. */
export const procedures = {
  ...phraseProcedures,
  ...pictureProcedures,
  ...productProcedures,
  ...searchProcedures,
  ...deskProcedures,
  ...transferProcedures,
  ...settingsProcedures,
  ...systemProcedures,
  ...campaignProcedures,
  ...priceProcedures,
  ...gateProcedures,
  ...templateProcedures,
  ...customerProcedures,
  ...shopProcedures,
  ...answerProcedures,
  ...wordingProcedures,
  ...statisticsProcedures,
  ...todayProcedures,
  ...reportProcedures,
  ...complaintProcedures,
  ...promiseProcedures,
  ...urgingProcedures,
  ...closingProcedures,
  ...feedbackProcedures,
} as const;

/** Every event there is. */
export const events = {
  ...phraseEvents,
  ...deskEvents,
  ...transferEvents,
  ...settingsEvents,
  ...campaignEvents,
  ...customerEvents,
  ...shopEvents,
  ...reportEvents,
  ...complaintEvents,
  ...promiseEvents,
  ...urgingEvents,
  ...feedbackEvents,
} as const;

export type ProcedureName = keyof typeof procedures;
/** What a caller passes (defaults may be left out). */
export type Input<N extends ProcedureName> = z.input<(typeof procedures)[N]["input"]>;
/** What a handler receives (defaults filled in). */
export type ParsedInput<N extends ProcedureName> = z.output<(typeof procedures)[N]["input"]>;
export type Output<N extends ProcedureName> = z.output<(typeof procedures)[N]["output"]>;

export type EventName = keyof typeof events;
export type EventPayload<N extends EventName> = z.output<(typeof events)[N]["payload"]>;

export type Call = <N extends ProcedureName>(name: N, input: Input<N>) => Promise<Output<N>>;
export type Emit = <N extends EventName>(name: N, payload: EventPayload<N>) => void;

/** What answers the contract: one function per call, input already parsed. */
export type Handlers = {
  [N in ProcedureName]: (input: ParsedInput<N>) => Output<N> | Promise<Output<N>>;
};

/** The answers of one module. */
export type HandlersFor<N extends ProcedureName> = Pick<Handlers, N>;
