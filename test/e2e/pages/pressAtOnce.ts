import type { Page } from "@playwright/test";

/** Keys of quick hands on a busy machine: nothing else happens in the page between them. */
export const pressAtOnce = (page: Page, keys: readonly string[]): Promise<void> =>
  page.evaluate(async (all) => {
    for (const key of all) {
      const { activeElement, body } = document;
      const said = {
        key,
        code: key,
        keyCode: key.length === 1 ? key.toUpperCase().charCodeAt(0) : 27,
      };
      for (const kind of ["keydown", "keypress", "keyup"])
        (activeElement ?? body).dispatchEvent(
          new KeyboardEvent(kind, {
            ...said,
            charCode: key.charCodeAt(0),
            bubbles: true,
            cancelable: true,
          }),
        );
      // What the key itself has set off, but nothing that was put off.
      for (let turn = 0; turn < 5; turn += 1) await Promise.resolve();
    }
  }, keys);
