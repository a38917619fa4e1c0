import type { Dialog } from "electron";
import type { LeavingWords } from "./words.ts";

/** What is still open when the person quits. */
export interface StillOpen {
  /** Whether the person has to be asked. */
  readonly ask: boolean;
  readonly open: number;
  /** The first of them, in words. */
  readonly texts: readonly string[];
}

interface Options {
  readonly dialog: Pick<Dialog, "showMessageBox">;
  /** In the language of the moment. */
  readonly words: () => LeavingWords;
  readonly stillOpen: () => Promise<StillOpen>;
  /** Shows the screen on which what is open is gone through. */
  readonly goThrough: () => void;
}

/** The buttons of the question, in their order. */
const [GO_THROUGH, QUIT, STAY] = [0, 1, 2];

/** Asks before the program ends while promises to buyers are open; resolves to whether it may end. */
export function createLeaving({ dialog, words, stillOpen, goThrough }: Options) {
  async function ask(): Promise<boolean> {
    const left = await stillOpen();
    if (!left.ask) return true;
    const said = words();
    const { response } = await dialog.showMessageBox({
      type: "question",
      message: said.message.replace("{{count}}", String(left.open)),
      detail: left.texts.map((text) => `· ${text}`).join("\n"),
      buttons: [said.goThrough, said.quit, said.stay],
      defaultId: GO_THROUGH,
      cancelId: STAY,
      noLink: true,
    });
    if (response === GO_THROUGH) goThrough();
    return response === QUIT;
  }

  return (): Promise<boolean> =>
    ask().catch((error: unknown) => {
      // A question that cannot be asked must not keep the program from ending.
      console.error(error);
      return true;
    });
}
