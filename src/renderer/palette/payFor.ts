import { AppError } from "../../shared/errors.ts";
import type { Wish } from "../ui/quick/keys.ts";
import type { Choice, Choosing } from "../ui/quick/useChoosing.ts";
import type { Priced } from "./usePrice.ts";

interface Around {
  readonly choosing: Choosing;
  /** What a price is called. */
  readonly title: string;
  /** Chooses the way it is worded. */
  readonly move: (by: number) => void;
  /** Marks what is wrong in what was typed. */
  readonly mark: (at: number, length: number) => void;
  /** A choice is made from what stands in the line. */
  readonly chose: () => void;
  /** Shows the words to be changed before they go out. */
  readonly show: (choice: Choice, words: string) => void;
}

/** Does with a price what the key asks for. */
export function payFor(wish: Wish, { problem, words, line }: Priced, around: Around): void {
  const { choosing, title } = around;
  if (wish.do === "move") around.move(wish.by);
  if (wish.do !== "choose" && wish.do !== "edit" && wish.do !== "copy") return;
  if (problem) {
    around.mark(problem.at, problem.length);
    void choosing.failed(new AppError(problem.code, problem.params));
  } else if (line !== "") {
    around.chose();
    const choice: Choice = { id: null, title, text: words };
    if (wish.do === "choose") void choosing.choose(choice, wish.send);
    else if (wish.do === "copy") void choosing.copy(choice);
    else around.show(choice, words);
  }
}
