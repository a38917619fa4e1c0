import type { MessageBoxOptions } from "electron";
import { expect, test } from "vitest";
import { createLeaving, type StillOpen } from "./leaving.ts";
import { shellWords } from "./words.ts";

/** The dialog answers with the button of this number. */
function asked(answer: number, left: StillOpen | Error) {
  const shown: MessageBoxOptions[] = [];
  let gone = 0;
  const mayEnd = createLeaving({
    dialog: {
      showMessageBox: (async (options: MessageBoxOptions) => {
        shown.push(options);
        return { response: answer, checkboxChecked: false };
      }) as never,
    },
    words: () => shellWords["zh-CN"].leaving,
    async stillOpen() {
      if (left instanceof Error) throw left;
      return left;
    },
    goThrough: () => (gone += 1),
  });
  return { mayEnd, shown, gone: () => gone };
}

const open: StillOpen = { ask: true, open: 3, texts: ["给王女士回电话", "补发灯罩"] };

test("with promises open it asks, naming how many and which", async () => {
  const { mayEnd, shown, gone } = asked(0, open);
  expect(await mayEnd()).toBe(false);
  expect(gone()).toBe(1);
  expect(shown[0]?.message).toContain("3");
  expect(shown[0]?.detail).toContain("给王女士回电话");
  expect(shown[0]?.buttons).toEqual(["去核对", "仍要退出", "取消"]);
});

test("the second button quits, the third and Esc change nothing", async () => {
  const quit = asked(1, open);
  expect(await quit.mayEnd()).toBe(true);
  expect(quit.gone()).toBe(0);
  const stay = asked(2, open);
  expect(await stay.mayEnd()).toBe(false);
  expect(stay.gone()).toBe(0);
  expect(stay.shown[0]?.cancelId).toBe(2);
});

test("nothing is asked when nothing is open, was asked already, or cannot be known", async () => {
  for (const left of [
    { ask: false, open: 0, texts: [] },
    { ...open, ask: false },
    new Error("x"),
  ]) {
    const { mayEnd, shown } = asked(0, left);
    expect(await mayEnd()).toBe(true);
    expect(shown).toEqual([]);
  }
});
