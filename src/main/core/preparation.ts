import { textsOf } from "../../shared/rules/texts.ts";
import type { Phrase, Segment } from "../../shared/contract/phrases.ts";
import type {
  Review,
  ReviewField,
  ReviewFinding,
  ReviewInput,
  ReviewPart,
  ReviewStop,
  Urges,
} from "../../shared/contract/review.ts";
import type { TemplateAnswers, TemplateQuestion } from "../../shared/contract/templates.ts";
import type { Prepared, Ready } from "../modules/desk/pasting.ts";
import type { PastePicture } from "../modules/desk/rules.ts";
import type { PreparedTexts } from "../modules/templates/prepare.ts";
import { leftOver } from "./leftOver.ts";

/** What the rules of urging say of a script on its way out. */
export interface UrgingLook {
  /** Why it may not go out: paid, urged before; one for a blunt wording. */
  readonly stops: (texts: readonly string[]) => readonly ReviewStop[];
  /** Blunt wordings, with what to say instead. */
  readonly blunt: (text: string) => readonly ReviewFinding[];
  /** Keeps that the order was urged. @throws AppError urging_*: meanwhile it may not be */
  readonly leaving: () => void;
  /** It did not go out after all. */
  readonly stayed: () => void;
}

export interface PreparationNeeds {
  readonly now: () => number;
  readonly phrase: (id: string) => Phrase;
  /** Fills in texts; `answers` null: nobody was asked yet. */
  readonly fillIn: (
    phraseId: string,
    texts: readonly string[],
    answers: TemplateAnswers | null,
    now: number,
  ) => Promise<PreparedTexts>;
  /** Words that should not be sent. */
  readonly findings: (text: string, shop: string) => readonly ReviewFinding[];
  /** Why a phrase may not go out at all now: a campaign not begun or over. */
  readonly stop: (phrase: Phrase) => ReviewStop | null;
  /** When the phrase went to the customer in hand a short while ago; null when it did not. */
  readonly repeats: (phraseId: string, now: number) => number | null;
  readonly picture: (id: string) => PastePicture;
  /** A picture went out. */
  readonly pictureUsed: (id: string) => void;
  /** A phrase that promises something went out, with these words. */
  readonly promised: (phrase: Phrase, texts: readonly string[]) => void;
  /** The shop that is served; `phraseShop` where nothing else says. */
  readonly shop: (phraseShop: string) => string;
  /** Looks at a script that urges: for an order, or because that is what it is for. Null: it does not urge. */
  readonly urging: (phrase: Phrase, urges: Urges | null) => UrgingLook | null;
}

const toField = (question: TemplateQuestion): ReviewField => ({
  name: question.name,
  kind: question.kind,
  label: question.label,
  options: question.options ?? [],
  value: question.value,
  min: question.min ?? null,
  max: question.max ?? null,
  required: question.required,
  wrong: question.wrong,
});

/** What both found, in order of place; where two overlap the blunt one stands. */
const withBlunt = (
  found: readonly ReviewFinding[],
  blunt: readonly ReviewFinding[],
): ReviewFinding[] =>
  [
    ...found.filter(
      ({ start, end }) => !blunt.some((each) => each.start < end && start < each.end),
    ),
    ...blunt,
  ].toSorted((a, b) => a.start - b.start);

const minutesSince = (at: number, now: number): number =>
  Math.max(1, Math.round((now - at) / 60_000));

/** What stands between a choice and the chat: filling in, checking, asking. */
export function preparation(needs: PreparationNeeds) {
  /** The pieces as they would go out, each text with what was found in it. */
  function partsOf(
    segments: readonly Segment[],
    texts: readonly string[],
    shop: string,
    urging: UrgingLook | null,
  ): ReviewPart[] {
    const left = [...texts];
    const text = (): ReviewPart => {
      const next = left.shift() ?? "";
      const found = needs.findings(next, shop);
      return {
        kind: "text",
        text: next,
        findings: urging ? withBlunt(found, urging.blunt(next)) : [...found],
      };
    };
    if (segments.length === 0) return texts.map(text);
    return segments.map((each) =>
      each.kind === "text"
        ? text()
        : { kind: "picture", picture: each.picture, name: needs.picture(each.picture).name },
    );
  }

  /** Goes out unless something blocks it, or asks and was not accepted. */
  function finish(
    review: Omit<Review, "ready">,
    accept: boolean,
    complete: boolean,
    extra: Omit<Ready, "phraseId" | "title" | "parts">,
  ): Prepared {
    const found = review.parts.flatMap((part) => (part.kind === "text" ? part.findings : []));
    const stopped = (severity: "ask" | "block"): boolean =>
      review.stops.some((stop) => stop.severity === severity);
    const blocked = stopped("block") || found.some(({ severity }) => severity === "block");
    const asks = stopped("ask") || found.some(({ severity }) => severity === "warn");
    const ready = complete && !blocked && (accept || !asks);
    const { phraseId, title } = review;
    const parts = review.parts.flatMap((part): Ready["parts"][number][] => {
      if (part.kind === "picture")
        return [{ kind: "picture", picture: needs.picture(part.picture) }];
      // A text that was emptied by hand is not sent.
      return part.text.trim() === "" ? [] : [{ kind: "text", text: part.text }];
    });
    return {
      review: { ...review, ready },
      ready: ready && parts.length > 0 ? { phraseId, title, parts, ...extra } : null,
    };
  }

  function stopsFor(phrase: Phrase, now: number): ReviewStop[] {
    const stops: ReviewStop[] = [];
    const stop = needs.stop(phrase);
    if (stop) stops.push(stop);
    const before = needs.repeats(phrase.id, now);
    if (before !== null)
      stops.push({
        code: "paste_repeated",
        params: { minutes: minutesSince(before, now) },
        severity: "ask",
      });
    return stops;
  }

  async function prepare(
    id: string,
    { answers, texts, accept, urges }: ReviewInput,
  ): Promise<Prepared> {
    const now = needs.now();
    const phrase = needs.phrase(id);
    const shop = needs.shop(phrase.shop);
    const stops = stopsFor(phrase, now);
    const { title, segments } = phrase;
    const pictures = segments.flatMap((each) => (each.kind === "picture" ? [each.picture] : []));
    // Looking at a script with nothing filled in yet is not an answer.
    const given = accept || Object.keys(answers).length > 0 ? answers : null;
    const source = textsOf(phrase);
    // Texts changed by hand are final; what they were filled in with still belongs to the customer.
    const filled = await needs.fillIn(id, texts ? [] : source, given, now);
    if (texts) stops.push(...leftOver(texts, source, await needs.fillIn(id, source, given, now)));
    const fields = filled.kind === "form" ? filled.fields.map(toField) : [];
    if (filled.kind === "broken")
      for (const [index, problems] of filled.problems.entries())
        for (const { code, params } of problems)
          stops.push({ code, params: { ...params, text: index + 1 }, severity: "block" });
    const shown = texts ?? (filled.kind === "broken" ? source : filled.texts);
    const urging = needs.urging(phrase, urges);
    if (urging) stops.push(...urging.stops(shown));
    const parts = partsOf(segments, shown, shop, urging);
    const gone = (): void => {
      if (filled.kind === "ready") filled.remember();
      for (const picture of pictures) needs.pictureUsed(picture);
      if (phrase.promise !== "") needs.promised(phrase, shown);
    };
    const last = segments.at(-1);
    const cursor = filled.kind === "ready" ? filled.cursor : null;
    const endsInIt = cursor?.text === shown.length - 1 && last?.kind !== "picture";
    const review = { phraseId: id, title, parts, fields, stops, ...(urges ? { urges } : {}) };
    return finish(review, accept, filled.kind === "ready", {
      caretBack: cursor && endsInIt ? cursor.back : 0,
      gone,
      ...(urging ? { leaving: urging.leaving, stayed: urging.stayed } : {}),
    });
  }

  return {
    prepare,
    prepareText: (title: string, text: string, accept: boolean, shop = ""): Prepared =>
      finish(
        {
          phraseId: null,
          title,
          parts: partsOf([], [text], needs.shop(shop), null),
          fields: [],
          stops: [],
        },
        accept,
        true,
        { caretBack: 0, gone: () => undefined },
      ),
    /** A picture on its own. */
    preparePicture(id: string): Ready {
      const picture = needs.picture(id);
      return {
        phraseId: null,
        title: picture.name,
        parts: [{ kind: "picture", picture }],
        caretBack: 0,
        gone: () => needs.pictureUsed(id),
      };
    },
  };
}
