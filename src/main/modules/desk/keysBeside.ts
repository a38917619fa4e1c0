import type { Stroke } from "../../ports/keyboard.ts";
import type { TypedKey } from "../../ports/typing.ts";

/** What we press ourselves while an abbreviation is looked at, as the hook hears it. */
const OURS: ReadonlySet<string> = new Set(["Shift+Left", "Ctrl+C", "Right"]);

const nameOf = ({ name, modifiers }: TypedKey): string =>
  [
    modifiers.has("Ctrl") || modifiers.has("Meta") ? "Ctrl+" : "",
    modifiers.has("Alt") ? "Alt+" : "",
    modifiers.has("Shift") ? "Shift+" : "",
    name,
  ].join("");

const countOf = (names: readonly string[], name: string): number =>
  names.filter((each) => each === name).length;

/**
 * Tells whether the person pressed a key, by a hook that hears our own strokes as well. Which key it was is not kept.
 */
export function createKeysBeside() {
  const heard: string[] = [];
  let others = false;
  return {
    hear(key: TypedKey): void {
      const name = nameOf(key);
      if (OURS.has(name)) heard.push(name);
      else others = true;
    },
    /** @param ours what we pressed ourselves so far */
    pressed(ours: readonly Stroke[]): boolean {
      const sent = ours.map((stroke) => stroke.replace("Cmd+", "Ctrl+"));
      return others || [...OURS].some((name) => countOf(heard, name) > countOf(sent, name));
    },
  };
}
