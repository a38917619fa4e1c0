import { closingForm } from "../../../shared/contract/closing.ts";
import type { HandlersFor } from "../../../shared/contract/index.ts";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import { formOf, type Known, suggest } from "./rules.ts";

export interface ClosingDoor {
  /** Closing lines of the library for a shop, the most used first. */
  readonly lines: (shop: string) => readonly PhraseRow[];
  /** What is known of whoever is in hand; null: nobody is. */
  readonly known: () => Known | null;
}

/** Answers the call about closing lines. */
export function closingHandlers(door: ClosingDoor): HandlersFor<"closing.lines"> {
  return {
    "closing.lines": ({ shop }) => {
      const { form: suggested, why } = suggest(door.known());
      const rows = door.lines(shop).map((row) => ({ row, form: formOf(row) }));
      const forms = closingForm.options.toSorted(
        (a, b) => Number(b === suggested) - Number(a === suggested),
      );
      return {
        suggested,
        why,
        forms: forms.map((form) => ({
          form,
          rows: rows.flatMap((each) => (each.form === form ? [each.row] : [])),
        })),
      };
    },
  };
}
