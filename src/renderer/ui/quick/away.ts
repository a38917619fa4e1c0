/** Without the keyboard for this long, a page may have been left, milliseconds: windows being raised pass it to and fro. */
export const AWAY_AFTER = 150;

/** A machine with much to do takes its time to give the keyboard to a window it raises, milliseconds. */
const BACK_WITHIN = 1_000;

/** Whether somebody is looking at the page: it has the keyboard, or has it again after a moment's grace. */
export async function isLookedAt(): Promise<boolean> {
  if (document.hasFocus()) return true;
  return new Promise((resolve) => {
    const told = (): void => {
      clearTimeout(grace);
      window.removeEventListener("focus", told);
      resolve(document.hasFocus());
    };
    const grace = setTimeout(told, BACK_WITHIN);
    window.addEventListener("focus", told);
  });
}
