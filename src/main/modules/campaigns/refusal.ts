import { AppError } from "../../../shared/errors.ts";
import type { Sendable } from "../../../shared/rules/validity.ts";
import { wallOf } from "./zones.ts";

/**
 * The refusal as an error with a sentence: what it belongs to, since or until when, and what a person can do.
 * @param zoneOf the zone of a set: its times are said as they stand on its own wall
 */
export function refusalError(
  refusal: Extract<Sendable, { ok: false }>,
  title: string,
  zoneOf: (campaignId: string) => string,
): AppError {
  const { campaign, reason, at } = refusal;
  const names = { title, campaign: campaign.name };
  if (reason === "off") return new AppError("send_emergency_off", names);
  if (reason === "other_shop") return new AppError("send_other_shop", names);
  if (at === null) return new AppError("send_undated", names);
  const said = { ...names, at: wallOf(at, zoneOf(campaign.id)).replace("T", " ") };
  return new AppError(reason === "over" ? "send_over" : "send_not_yet", said);
}
