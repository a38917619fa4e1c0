import type { AnswerRow } from "../../../shared/contract/answers.ts";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import type { Marks } from "../../../shared/contract/search.ts";
import { readTyped } from "../../../shared/rules/typed.ts";
import { call } from "../../api/client.ts";
import { type Answer, type Found, named } from "./found.ts";

/** Answers to one question. */
const BEST = 5;

const NO_MARKS: Marks = { title: [], body: [], shortcut: [] };
const EMPTY: Answer = { hits: [], ready: true, heard: null };

/** Looks for what a line means: phrases, answers, pictures, emergencies. A price is worked out by the page itself. */
export async function find(line: string, shop: string, limit: number): Promise<Answer> {
  const { kind, text } = readTyped(line);
  switch (kind) {
    case "phrases": {
      const { hits, ready } = await call("search.query", {
        text: text.slice(0, 500),
        limit,
        shop: shop || null,
      });
      const phrases = hits.map((hit): Found => ({
        kind: "phrase",
        id: hit.phrase.id,
        ...hit,
        why: [],
        soothes: false,
      }));
      return { hits: phrases, ready, heard: null };
    }
    case "question": {
      if (text === "") return EMPTY;
      const asked = { question: text, limit: BEST, shop: shop || null };
      const { rows, mood, words, ready } = await call("answers.find", asked);
      return { hits: rows.map(answered), ready, heard: { question: text, mood, words } };
    }
    case "pictures": {
      const { rows } = await call("pictures.query", { text: text.slice(0, 500), limit });
      const hits = rows.map((picture): Found => ({ kind: "picture", id: picture.id, picture }));
      return { ...EMPTY, hits };
    }
    case "emergencies": {
      const { switches } = await call("campaigns.status", {});
      const hits = named(switches, text).map((set): Found => ({ kind: "switch", id: set.id, set }));
      return { ...EMPTY, hits };
    }
    case "closing": {
      const { forms } = await call("closing.lines", { shop });
      const rows = forms.flatMap(({ rows: lines }) => lines);
      const wanted = text.toLowerCase();
      const hits = rows
        .filter(({ title, body }) => `${title} ${body}`.toLowerCase().includes(wanted))
        .slice(0, limit)
        .map(listed);
      return { ...EMPTY, hits };
    }
    // Worked out or written down by the page itself.
    case "price":
    case "promise":
    case "feedback":
      return EMPTY;
  }
}

const listed = (phrase: PhraseRow): Found => ({
  ...{ kind: "phrase", id: phrase.id, phrase, marks: NO_MARKS },
  ...{ badge: null, why: [], soothes: false },
});

const answered = ({ why, first, ...phrase }: AnswerRow): Found => ({
  ...{ kind: "phrase", id: phrase.id, phrase, marks: NO_MARKS },
  ...{ badge: null, why, soothes: first },
});
