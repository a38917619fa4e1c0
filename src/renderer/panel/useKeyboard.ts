import { useCallback, useEffect } from "react";
import { call } from "../api/client.ts";

/** What one writes into. A list of choices is left: it is used by the mouse, and would close if the keyboard moved. */
const FIELDS = "input, textarea, [data-field]";

/**
 * The panel is clicked without taking the keyboard from the chat; it asks for it when one of its fields is pressed,
 * and says when the person took it elsewhere. What a window without the keyboard cannot ask for is left: nothing is
 * lost but the typing.
 */
export function useKeyboard() {
  const ask = useCallback(
    (want: "take" | "give" | "lost") =>
      void call("panel.keyboard", { want }).catch(() => undefined),
    [],
  );
  useEffect(() => {
    const pressed = (event: PointerEvent): void => {
      if (event.target instanceof Element && event.target.closest(FIELDS)) ask("take");
    };
    const lost = (): void => ask("lost");
    window.addEventListener("pointerdown", pressed, true);
    window.addEventListener("blur", lost);
    return () => {
      window.removeEventListener("pointerdown", pressed, true);
      window.removeEventListener("blur", lost);
    };
  }, [ask]);
  return {
    take: useCallback(() => ask("take"), [ask]),
    give: useCallback(() => ask("give"), [ask]),
  };
}
