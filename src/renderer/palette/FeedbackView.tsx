import type { Customer } from "../../shared/contract/customers.ts";
import { type FeedbackKind, feedbackKind } from "../../shared/contract/feedback.ts";
import type { Locale } from "../../shared/contract/settings.ts";
import { FEEDBACK_WORDS } from "../../shared/rules/feedback/words.ts";
import type { Noting } from "./useFeedback.ts";
import type { Say } from "../ui/quick/words.ts";

interface FeedbackViewProps {
  readonly noting: Noting;
  readonly customer: Customer | null;
  readonly locale: Locale;
  readonly say: Say;
  readonly onKind: (kind: FeedbackKind) => void;
  readonly onDepartment: (department: string) => void;
}

/** A buyer's words with what they are about and who can solve it. */
export function FeedbackView(props: FeedbackViewProps) {
  const { noting, customer, locale, say, onKind, onDepartment } = props;
  const { kinds } = FEEDBACK_WORDS[locale];
  const about = [customer?.name, customer?.order, customer?.shop].filter((part) => part);
  return (
    <div className="middle feedback">
      <p className={noting.text === "" ? "feedback-text none" : "feedback-text"}>
        {noting.text || say("feedbackHint")}
      </p>
      <div className="feedback-choices" role="radiogroup" aria-label={say("feedbackKind")}>
        <span className="feedback-name">{say("feedbackKind")}</span>
        {feedbackKind.options.map((kind, index) => (
          <button
            key={kind}
            type="button"
            role="radio"
            aria-checked={kind === noting.kind}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onKind(kind)}
          >
            <small aria-hidden="true">{index + 1}</small> {kinds[kind]}
          </button>
        ))}
      </div>
      <div className="feedback-choices" role="radiogroup" aria-label={say("feedbackDepartment")}>
        <span className="feedback-name">{say("feedbackDepartment")}</span>
        {noting.departments.map((name) => (
          <button
            key={name}
            type="button"
            role="radio"
            aria-checked={name === noting.department}
            tabIndex={-1}
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => onDepartment(name)}
          >
            {name}
          </button>
        ))}
      </div>
      {about.length > 0 && <p className="feedback-about">{about.join(" · ")}</p>}
    </div>
  );
}
