import { expect, test } from "vitest";
import { blankDraft, changesOf } from "./draft.ts";

test("only what differs counts as a change", () => {
  const saved = { ...blankDraft(null), title: "发货时间", tags: ["物流"] };
  expect(changesOf(saved, {})).toEqual({});
  expect(changesOf(saved, { title: "发货时间", tags: ["物流"] })).toEqual({});
  expect(changesOf(saved, { title: "发货", tags: ["物流"], hotkey: "Ctrl+Alt+1" })).toEqual({
    title: "发货",
    hotkey: "Ctrl+Alt+1",
  });
});
