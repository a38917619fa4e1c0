import { expect, test } from "vitest";
import type { CampaignDraft } from "../../../shared/contract/campaigns.ts";
import { moved, stepFrom } from "./useSetDraft.ts";

const member = (phraseId: string) => ({ phraseId, everyday: false });
const phase = (id: string, phrases: string[]) => ({
  id,
  name: id,
  start: null,
  end: null,
  phrases: phrases.map(member),
});
const draft = {
  phrases: ["x", "y"].map(member),
  phases: [phase("one", ["a", "b"]), phase("two", ["c"])],
};
const said = (lists: Pick<CampaignDraft, "phrases" | "phases">): string =>
  [...lists.phases.map((each) => each.phrases), lists.phrases]
    .map((list) => list.map(({ phraseId }) => phraseId).join(""))
    .join("|");

test("a phrase moves within its list, to another phase and to the whole time", () => {
  expect(said(moved(draft, { phase: "one", index: 0 }, { phase: "one", index: 1 }))).toBe(
    "ba|c|xy",
  );
  expect(said(moved(draft, { phase: "one", index: 1 }, { phase: "two", index: 0 }))).toBe(
    "a|bc|xy",
  );
  expect(said(moved(draft, { phase: null, index: 0 }, { phase: "two", index: 1 }))).toBe("ab|cx|y");
  expect(said(moved(draft, { phase: "one", index: 9 }, { phase: "two", index: 0 }))).toBe(
    "ab|c|xy",
  );
});

test("a list never has a phrase twice", () => {
  const twice = { ...draft, phrases: ["a"].map(member) };
  expect(moved(twice, { phase: "one", index: 0 }, { phase: null, index: 0 })).toBe(twice);
});

test("a step leads over the edge into the neighbouring list", () => {
  expect(stepFrom(draft, { phase: "one", index: 0 }, 1)).toEqual({ phase: "one", index: 1 });
  expect(stepFrom(draft, { phase: "one", index: 1 }, 1)).toEqual({ phase: "two", index: 0 });
  expect(stepFrom(draft, { phase: "two", index: 0 }, -1)).toEqual({ phase: "one", index: 2 });
  expect(stepFrom(draft, { phase: "two", index: 0 }, 1)).toEqual({ phase: null, index: 0 });
  expect(stepFrom(draft, { phase: "one", index: 0 }, -1)).toBeNull();
  expect(stepFrom(draft, { phase: null, index: 1 }, 1)).toBeNull();
});
