import { type Answer, type Found, lessonOf } from "./found.ts";
import type { Choice, Choosing } from "./useChoosing.ts";
import type { Act } from "./useHold.ts";

/**
 * Does with a row what the key asks for; what a row of its kind cannot do is left.
 * @param look shows the phrase to be changed before it goes out
 */
export async function actOn(
  found: Found,
  wish: Act,
  answer: Answer,
  { choosing, look }: { choosing: Choosing; look: (choice: Choice) => Promise<void> },
): Promise<void> {
  const goes = wish.do === "choose" || wish.do === "pick";
  const send = wish.do === "choose" && wish.send;
  switch (found.kind) {
    case "switch":
      if (goes) await choosing.turn(found.set);
      return;
    case "picture":
      if (goes) await choosing.choosePicture(found.picture, send);
      else if (wish.do === "copy") await choosing.copyPicture(found.picture);
      return;
    case "phrase": {
      const { id, title } = found.phrase;
      const choice: Choice = { id, title, lesson: lessonOf(found, answer) };
      if (goes) await choosing.choose(choice, send);
      else if (wish.do === "copy") await choosing.copy(choice);
      else await look(choice);
    }
  }
}
