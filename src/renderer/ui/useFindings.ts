import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Output } from "../../shared/contract/index.ts";
import { lengthOf } from "../../shared/rules/gateLength.ts";
import { call } from "../api/client.ts";
import { movedFindings } from "./findingPlaces.ts";
import { useSettled } from "./settled.ts";

/** While somebody types the text is checked when the keys rest so long, milliseconds. */
const AFTER_KEYS = 120;

export type Checked = Output<"gate.check">;

/** Longer texts are measured too slowly to do it at each key, UTF-16 units. */
const MEASURED_AT_ONCE = 2_000;

/** How long a text is; what was said of another text is not true of this one. */
const bubbleOf = (text: string, known: Checked["bubble"], of: string): Checked["bubble"] =>
  text === of || text.length > MEASURED_AT_ONCE ? known : lengthOf(text, known.limit);

/**
 * What the gate says of a text while it is written; null until the first answer. Between two answers the findings
 * move with the text. @param shop "" for any
 */
export function useFindings(text: string, shop = ""): Checked | null {
  const settled = useSettled(text, AFTER_KEYS);
  const known = useQuery({
    queryKey: ["gate.check", { text: settled, shop }, "with its text"],
    queryFn: async () => ({ of: settled, ...(await call("gate.check", { text: settled, shop })) }),
    placeholderData: keepPreviousData,
    gcTime: 10_000,
  }).data;
  if (!known) return null;
  const { of, findings, bubble } = known;
  return { bubble: bubbleOf(text, bubble, of), findings: movedFindings(findings, of, text) };
}
