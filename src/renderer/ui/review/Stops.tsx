import { useEffect, useState } from "react";
import type { ReviewStop } from "../../../shared/contract/review.ts";
import type { Locale } from "../../../shared/contract/settings.ts";
import { sentenceFor } from "./words.ts";

/** Why a paste waits, in sentences. */
export function Stops({ stops, locale }: { stops: readonly ReviewStop[]; locale: Locale }) {
  const [sentences, setSentences] = useState<readonly string[]>([]);
  useEffect(() => {
    let current = true;
    void Promise.all(stops.map(({ code, params }) => sentenceFor(locale, code, params))).then(
      (all) => {
        if (current) setSentences(all);
      },
    );
    return () => {
      current = false;
    };
  }, [stops, locale]);
  return stops.map(({ code, severity }, index) => (
    <p key={code} className={`review-stop ${severity}`} role="alert">
      {sentences[index] ?? ""}
    </p>
  ));
}
