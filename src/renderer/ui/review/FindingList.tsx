import type { ReviewFinding } from "../../../shared/contract/review.ts";
import type { SayReview } from "./words.ts";

interface FindingListProps {
  readonly findings: readonly ReviewFinding[];
  readonly say: SayReview;
  readonly onReplace: (finding: ReviewFinding, by: string) => void;
}

/** Words that should not be sent, each with what to say instead. */
export function FindingList({ findings, say, onReplace }: FindingListProps) {
  if (findings.length === 0) return null;
  return (
    <ul className="review-findings">
      {findings.map((finding) => (
        <li key={finding.start} className={finding.severity}>
          <span className="review-severity">
            {say(finding.severity === "block" ? "blocked" : "warned")}
          </span>
          <span>{say("word", { word: finding.word })}</span>
          {finding.replacements.slice(0, 3).map((word) => (
            <button key={word} type="button" onClick={() => onReplace(finding, word)}>
              {word === "" ? say("remove") : say("replace", { word })}
            </button>
          ))}
          {!finding.replacements.includes("") && (
            <button type="button" onClick={() => onReplace(finding, "")}>
              {say("remove")}
            </button>
          )}
        </li>
      ))}
    </ul>
  );
}
