import { createHookHotkeys } from "../native/hotkeys.ts";
import { createKeyHook } from "../native/keyHook.ts";
import { loadNative } from "../native/load.ts";
import { createKeyboard } from "./keyboard.ts";

/** Runs the real native modules on the display it is given; prints one line of JSON. */
const { uiohook, robot } = await loadNative();
const hook = createKeyHook(uiohook);
const keyboard = createKeyboard({ platform: "linux", robot, hook, allowed: () => true });
const hotkeys = createHookHotkeys(hook);
const names = (): string[] => hook.held().map((key) => key.name);
let hotkeyPresses = 0;
const refused = await hotkeys.register("Ctrl+Alt+1", () => (hotkeyPresses += 1));

// The hook needs a moment to stand: press until it hears.
let heard = false;
for (let attempt = 0; attempt < 50 && !heard; attempt += 1) {
  robot.keyToggle("shift", "down");
  heard = await hook.until(() => names().includes("Shift"), 100);
  robot.keyToggle("shift", "up");
}
await hook.until(() => names().length === 0, 2_000);

for (const key of ["control", "alt", "1"]) robot.keyToggle(key, "down");
await hook.until(() => names().length === 3, 2_000);
const held = await keyboard.held();
const released = keyboard.release();
robot.keyToggle("1", "up");
const afterRelease = await released;

const strokes: string[] = [];
hook.on((event) => {
  if (event.down && !event.key.modifier)
    strokes.push([...event.modifiers, event.key.name].join("+"));
});
for (const stroke of ["Ctrl+V", "Ctrl+Shift+V", "Shift+Insert", "Shift+Enter", "Enter"] as const) {
  if (!(await keyboard.tap(stroke))) strokes.push(`${stroke} not pressed`);
  // The last key-up of a stroke is heard a moment after it was sent.
  await hook.until(() => names().length === 0, 2_000);
}
const afterTaps = await keyboard.held();
process.stdout.write(
  `${JSON.stringify({ refused, heard, held, hotkeyPresses, afterRelease, strokes, afterTaps })}\n`,
  () => process.exit(0),
);
