/** Without the keyboard for this long, a page has been left, milliseconds: windows being raised pass it to and fro. */
export const AWAY_AFTER = 150;

/** Whether somebody is looking at the page: it has the keyboard, or has it again after a moment's grace. */
export async function isLookedAt(): Promise<boolean> {
  if (document.hasFocus()) return true;
  return new Promise((resolve) => {
    const told = (): void => {
      clearTimeout(grace);
      window.removeEventListener("focus", told);
      resolve(document.hasFocus());
    };
    const grace = setTimeout(told, AWAY_AFTER);
    window.addEventListener("focus", told);
  });
}
