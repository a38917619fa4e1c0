import type { TargetWindow } from "../../ports/activeWindow.ts";
import type { Review } from "../../../shared/contract/review.ts";
import type { Desktop } from "../../ports/ports.ts";
import type { Windows } from "../../ports/windows.ts";

/** Time the window manager gets to hand the keyboard back by itself, milliseconds. */
const HAND_BACK = 400;

/** How the palette opens: with something typed already, or with a script to be looked at. */
export interface Opening {
  readonly text: string;
  readonly review: Review | null;
}

const PLAIN: Opening = { text: "", review: null };

export type Palette = ReturnType<typeof createPalette>;

/** The palette's comings and goings: it never stays active, and the window before it gets the keyboard back. */
export function createPalette(
  desktop: Desktop | null,
  windows: Windows,
  showing: (opening: Opening) => void,
) {
  let target: TargetWindow | null = null;
  let lastPasted: TargetWindow | null = null;
  let isOpen = false;
  let wasShown = false;
  // A second press of the hotkey while the first is still being served.
  let busy: Promise<void> = Promise.resolve();

  const inTurn = (job: () => Promise<void>): Promise<void> => {
    const next = busy.then(job);
    busy = next.catch(() => undefined);
    return next;
  };

  async function show(opening: Opening): Promise<void> {
    const front = desktop ? await desktop.activeWindow.current() : null;
    // Without a window in front there is no target: better none than the chat of another buyer.
    if (!isOpen) target = front && front.id !== windows.paletteId() ? front : null;
    // Told before it is seen: clearing the page afterwards would eat the first keys.
    showing(opening);
    await windows.showPalette();
    isOpen = true;
    wasShown = true;
  }

  const open = (opening: Partial<Opening> = {}): Promise<void> =>
    inTurn(() => show({ ...PLAIN, ...opening }));

  async function take(handBack: boolean): Promise<void> {
    if (!isOpen) return;
    isOpen = false;
    await windows.hidePalette();
    if (!handBack || !target || !desktop) return;
    if (await desktop.activeWindow.waitUntilActive(target.id, HAND_BACK)) return;
    // The person went to yet another window (that is also how a palette loses the keyboard): leave them there.
    const now = await desktop.activeWindow.current();
    if (now && now.id !== windows.paletteId() && now.pid !== process.pid) return;
    await desktop.activeWindow.activate(target.id);
  }

  const inFront = async (): Promise<boolean> => {
    const id = windows.paletteId();
    if (id === null || !desktop) return true;
    return (await desktop.activeWindow.current())?.id === id;
  };

  /**
   * Takes the palette away for a choice, and gives the window before it; undefined when there is no palette to take
   * away. In its turn: a choice can be made as soon as the window is there, before the call that shows it has returned.
   * @param own made in the palette itself: then it counts even when the palette was put away in the same moment
   */
  async function chosen(own: boolean): Promise<TargetWindow | null | undefined> {
    let from: TargetWindow | null | undefined;
    await inTurn(async () => {
      if (isOpen || (own && wasShown)) from = target;
      await take(false);
    });
    return from;
  }

  /** Takes the palette away; `handBack` sees to it that the window before it has the keyboard again. */
  const close = (handBack: boolean): Promise<void> => inTurn(() => take(handBack));

  /** The page says it lost the keyboard. By the time it is its turn it may have been raised again. */
  const left = (): Promise<void> =>
    inTurn(async () => {
      if (!(await inFront())) await take(false);
    });

  return {
    open,
    chosen,
    close,
    left,
    /** The hotkey again closes it; a palette that lost the keyboard unnoticed is brought back. */
    toggle: (): Promise<void> =>
      inTurn(async () => (isOpen && (await inFront()) ? take(true) : show(PLAIN))),
    /** Where the last paste went, for choices made in the main window. */
    get lastPasted(): TargetWindow | null {
      return lastPasted;
    },
    remember(window: TargetWindow | null): void {
      if (window) lastPasted = window;
    },
  };
}
