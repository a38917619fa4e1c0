import { expect, test } from "vitest";
import { changedSettings } from "./changedSettings.ts";
import { defaultSettings } from "./defaultSettings.ts";

test("two choices in one group both count, in either order; the rest stays", () => {
  const side = { panel: { side: "left" } } as const;
  const width = { panel: { width: 320 } };
  const one = changedSettings(changedSettings(defaultSettings, side), width);
  const other = changedSettings(changedSettings(defaultSettings, width), side);
  expect(one).toEqual(other);
  expect(one).toEqual({
    ...defaultSettings,
    panel: { ...defaultSettings.panel, side: "left", width: 320 },
  });
});

test("what is no group is replaced as a whole", () => {
  const named = changedSettings(defaultSettings, { feedbackDepartments: ["物流组", "产品组"] });
  expect(changedSettings(named, { feedbackDepartments: ["质检"] }).feedbackDepartments).toEqual([
    "质检",
  ]);
  expect(changedSettings(named, { theme: "dark" })).toEqual({ ...named, theme: "dark" });
});
