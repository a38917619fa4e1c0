import { beforeEach, describe, expect, test } from "vitest";
import type { TargetWindow } from "../../ports/activeWindow.ts";
import type { Desktop } from "../../ports/ports.ts";
import { createPalette, type Palette } from "./palette.ts";

/* Over a window manager that does what it is told, and only when it is told. test/desktop has real windows. */
const OURS = "palette";
const windowOf = (id: string): TargetWindow => ({
  id,
  app: id,
  title: id,
  pid: 7,
  elevated: false,
});

let front: string;
let shown: number;
let pasting: PromiseWithResolvers<void>;
let showing: PromiseWithResolvers<void>;
let palette: Palette;

beforeEach(() => {
  front = "chat";
  shown = 0;
  pasting = Promise.withResolvers();
  pasting.resolve();
  showing = Promise.withResolvers();
  showing.resolve();
  palette = createPalette({
    desktop: {
      activeWindow: {
        current: async () => windowOf(front),
        activate: async (id: string) => {
          front = id;
          return true;
        },
        waitUntilActive: async (id: string) => front === id,
      },
    } as unknown as Desktop,
    windows: {
      paletteId: () => OURS,
      async showPalette() {
        shown += 1;
        front = OURS;
        await showing.promise;
      },
      async hidePalette() {
        front = "chat";
      },
      isBeside: ({ id }) => id === OURS || id === "panel",
      showPanel: async () => undefined,
      hidePanel: async () => undefined,
      isPanelShown: () => true,
      panelTakesKeyboard: async () => undefined,
      showMain: async () => undefined,
      close: async () => undefined,
    },
    beside: () => windowOf("beside"),
    showing: async () => undefined,
    pasted: () => pasting.promise,
  });
});

/** Lets everything go on that can. */
const settle = (): Promise<void> => new Promise((done) => setImmediate(done));

test("the hotkey opens it and closes it again", async () => {
  await palette.toggle();
  expect(front).toBe(OURS);
  await palette.toggle();
  expect(front).toBe("chat");
});

test("over the panel the window is meant that the panel is beside", async () => {
  front = "panel";
  await palette.open();
  expect((await palette.chosen(true))?.id).toBe("beside");
});

describe("a choice", () => {
  test("made before the call that shows the palette has returned is meant for the window before it", async () => {
    showing = Promise.withResolvers();
    void palette.toggle();
    await settle();
    expect(front).toBe(OURS);
    const target = palette.chosen(true);
    showing.resolve();
    expect((await target)?.id).toBe("chat");
    expect(front).toBe("chat");
  });

  test("made in the palette counts when the hotkey puts it away in the same moment", async () => {
    await palette.toggle();
    const away = palette.toggle();
    const target = palette.chosen(true);
    await away;
    expect((await target)?.id).toBe("chat");
  });

  test("made in the main window is not the palette's, unless the palette is open", async () => {
    expect(await palette.chosen(false)).toBeUndefined();
    expect(await palette.chosen(true)).toBeUndefined();
    await palette.open();
    expect((await palette.chosen(false))?.id).toBe("chat");
    expect(await palette.chosen(false)).toBeUndefined();
  });
});

describe("while a paste is under way", () => {
  test("the palette waits: it would get what is meant for the chat", async () => {
    pasting = Promise.withResolvers();
    const open = palette.toggle();
    await settle();
    expect(front).toBe("chat");
    pasting.resolve();
    await open;
    expect(front).toBe(OURS);
  });

  test("the hotkey pressed again means the same", async () => {
    pasting = Promise.withResolvers();
    const presses = [palette.toggle(), palette.toggle(), palette.toggle()];
    pasting.resolve();
    await Promise.all(presses);
    expect(front).toBe(OURS);
    expect(shown).toBe(1);
  });

  test("that never ends it does not wait for ever", async () => {
    pasting = Promise.withResolvers();
    await palette.toggle();
    expect(front).toBe(OURS);
  });
});

test("a palette that was left is not open any more; one that has the keyboard again stays", async () => {
  await palette.open();
  expect(await palette.left()).toBe(false);
  expect(front).toBe(OURS);
  front = "browser";
  expect(await palette.left()).toBe(true);
  expect(await palette.chosen(false)).toBeUndefined();
});

test("without the keyboard while it is being shown it is not left", async () => {
  showing = Promise.withResolvers();
  const opening = palette.toggle();
  await settle();
  front = "chat";
  const left = palette.left();
  front = OURS;
  showing.resolve();
  await opening;
  expect(await left).toBe(false);
  expect(front).toBe(OURS);
});
