import { useEffect, useState } from "react";
import type { Locale } from "../../../shared/contract/settings.ts";
import { sentenceFor } from "./words.ts";

/** A sentence of the core, not yet in words. */
interface Message {
  readonly code: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** Messages in words; "" until their language is loaded. */
export function useSentences(messages: readonly Message[], locale: Locale): readonly string[] {
  const [said, setSaid] = useState<{ of: string; sentences: readonly string[] } | null>(null);
  // Told apart by what they say: the objects are new at each key.
  const of = JSON.stringify({
    locale,
    messages: messages.map(({ code, params }) => ({ code, params })),
  });
  useEffect(() => {
    let current = true;
    const asked = JSON.parse(of) as { locale: Locale; messages: Message[] };
    void Promise.all(
      asked.messages.map(({ code, params }) => sentenceFor(asked.locale, code, params)),
    ).then((sentences) => {
      if (current) setSaid({ of, sentences });
    });
    return () => {
      current = false;
    };
  }, [of]);
  return said?.of === of ? said.sentences : messages.map(() => "");
}
