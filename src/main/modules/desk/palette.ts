import type { TargetWindow } from "../../ports/activeWindow.ts";
import type { Review } from "../../../shared/contract/review.ts";
import type { Desktop } from "../../ports/ports.ts";
import type { Windows } from "../../ports/windows.ts";

/** Time the window manager gets to hand the keyboard back by itself, milliseconds. */
const HAND_BACK = 400;
/** A paste under way has this long to end before the palette takes the keyboard from its target, milliseconds. */
const PASTE_FIRST = 1_000;

/** How the palette opens: with something typed already, or with a script to be looked at. */
export interface Opening {
  readonly text: string;
  readonly review: Review | null;
  /** Selected in the window before it: goes with a promise that is written down. */
  readonly note: string;
}

const PLAIN: Opening = { text: "", review: null, note: "" };

export type Palette = ReturnType<typeof createPalette>;

interface Around {
  readonly desktop: Desktop | null;
  readonly windows: Windows;
  /** The window beside the panel, for when the panel has the keyboard. */
  readonly beside: () => TargetWindow | null;
  /** Tells the page that it is about to be shown, and with what; resolves when it may be. */
  readonly showing: (opening: Opening) => Promise<void>;
  /** Resolves when no paste is under way. */
  readonly pasted: () => Promise<void>;
}

/** The palette's comings and goings: it never stays active, and the window before it gets the keyboard back. */
export function createPalette({ desktop, windows, beside, showing, pasted }: Around) {
  let target: TargetWindow | null = null;
  let lastPasted: TargetWindow | null = null;
  let isOpen = false;
  let wasShown = false;
  // The hotkey's wish while it is being served.
  let coming: Promise<void> | null = null;
  // One thing after the other.
  let busy: Promise<void> = Promise.resolve();

  const inTurn = (job: () => Promise<void>): Promise<void> => {
    const next = busy.then(job);
    busy = next.catch(() => undefined);
    return next;
  };

  /** Else the end of the paste would go into the palette instead of the chat. */
  async function pasteFirst(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const timer = setTimeout(resolve, PASTE_FIRST);
    await Promise.race([pasted(), promise]);
    clearTimeout(timer);
  }

  async function show(opening: Opening): Promise<void> {
    if (!isOpen) await pasteFirst();
    const front = desktop ? await desktop.activeWindow.current() : null;
    // Without a window in front there is no target: better none than the chat of another buyer.
    if (!isOpen) target = front && windows.isBeside(front) ? besides(front) : front;
    // Told before it is seen: clearing the page afterwards would eat the first keys.
    await showing(opening);
    await windows.showPalette();
    isOpen = true;
    wasShown = true;
  }

  /** Over the panel the window is meant that the panel is beside; a palette that is closed means none. */
  const besides = (front: TargetWindow): TargetWindow | null =>
    front.id === windows.paletteId() ? null : beside();

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

  /** The page says it lost the keyboard. By the time it is its turn it may have it again. True: it is closed now. */
  async function left(): Promise<boolean> {
    await inTurn(async () => {
      if (!(await inFront())) await take(false);
    });
    return !isOpen;
  }

  return {
    open,
    chosen,
    close,
    left,
    /**
     * The hotkey again closes it; a palette that lost the keyboard unnoticed is brought back. Pressed again before it
     * is there the hotkey means the same: nobody closes what they have not seen.
     */
    toggle(): Promise<void> {
      coming ??= inTurn(async () => {
        if (isOpen && (await inFront())) await take(true);
        else await show(PLAIN);
      }).finally(() => {
        coming = null;
      });
      return coming;
    },
    /** Where the last paste went, for choices made in the main window. */
    get lastPasted(): TargetWindow | null {
      return lastPasted;
    },
    remember(window: TargetWindow | null): void {
      if (window) lastPasted = window;
    },
  };
}
