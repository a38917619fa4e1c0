import type { Emit } from "../../../shared/contract/index.ts";
import type { Opening } from "./palette.ts";

/** A page that does not answer is not waited for longer, milliseconds. */
const HEARD_WITHIN = 300;

export type Openings = ReturnType<typeof createOpenings>;

/**
 * Tells the palette's page how it is about to open. Where that is not as always (something typed already, a script to
 * be looked at) it is shown once the page has heard: the first Enter is meant for what stands there then.
 */
export function createOpenings(emit: Emit) {
  let last = 0;
  let answered = (): void => undefined;
  return {
    async tell(opening: Opening): Promise<void> {
      const number = ++last;
      const { promise, resolve } = Promise.withResolvers<void>();
      answered = resolve;
      emit("palette.shown", { ...opening, opening: number });
      if (opening.text === "" && opening.review === null) return;
      const timer = setTimeout(resolve, HEARD_WITHIN);
      await promise;
      clearTimeout(timer);
    },
    heard(number: number): void {
      if (number === last) answered();
    },
  };
}
