import type { ReviewStop } from "../../../shared/contract/review.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { useSentences } from "./useSentences.ts";

/** Why a paste waits, in sentences. */
export function Stops({ stops, locale }: { stops: readonly ReviewStop[]; locale: Locale }) {
  const sentences = useSentences(stops, locale);
  return stops.map(({ code, severity }, index) => (
    <p key={index} data-code={code} className={`review-stop ${severity}`} role="alert">
      {sentences[index]}
    </p>
  ));
}
