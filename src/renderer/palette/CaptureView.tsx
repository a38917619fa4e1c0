import type { Customer } from "../../shared/contract/customers.ts";
import type { Locale } from "../../shared/contract/settings.ts";
import { exactOf } from "../ui/due.ts";
import { dueWords } from "../ui/quick/dueWords.ts";
import type { Captured } from "./useCapture.ts";
import type { Say } from "../ui/quick/words.ts";

interface CaptureProps {
  readonly captured: Captured;
  readonly customer: Customer | null;
  readonly locale: Locale;
  readonly say: Say;
}

/** A promise being written down: the time that was understood, large; what, to whom, and what they said. */
export function CaptureView({ captured, customer, locale, say }: CaptureProps) {
  const { what, dueAt, dateOnly, timed, now, note } = captured;
  const who = customer
    ? [customer.name, customer.order, customer.shop].filter((part) => part !== "").join(" · ")
    : say("captureNobody");
  return (
    <div className="middle capture">
      <p className={timed ? "capture-due" : "capture-due assumed"} role="status">
        {dueAt !== null && (
          <>
            <strong title={exactOf(dueAt, locale)}>{dueWords(dueAt, now, dateOnly, locale)}</strong>
            <span>{timed ? exactOf(dueAt, locale) : say("captureNoTime")}</span>
          </>
        )}
      </p>
      <dl>
        <dt>{say("captureWhat")}</dt>
        <dd className={what === "" ? "capture-hint" : "capture-what"}>
          {what === "" ? say("captureHint") : what}
        </dd>
        <dt>{say("customer")}</dt>
        <dd className={customer ? "" : "capture-hint"}>{who}</dd>
        {note !== "" && (
          <>
            <dt>{say("customerNote")}</dt>
            <dd className="capture-note">{note}</dd>
          </>
        )}
      </dl>
    </div>
  );
}
