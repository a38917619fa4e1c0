import type { TargetWindow } from "../../ports/activeWindow.ts";
import type { Desktop } from "../../ports/ports.ts";
import type { SettingsStore } from "../../ports/settingsStore.ts";
import type { Windows } from "../../ports/windows.ts";

export type Panel = ReturnType<typeof createPanel>;

interface Around {
  readonly desktop: Desktop | null;
  readonly windows: Windows;
  readonly settings: SettingsStore;
  /** Tells the page that it is up. */
  readonly shown: () => void;
}

/**
 * The panel beside the window that is worked in. A click in it leaves the keyboard where it is, so whoever has the
 * keyboard then is meant. Only while one types into the panel itself it is the one who had it before.
 */
export function createPanel({ desktop, windows, settings, shown }: Around) {
  /** Who had the keyboard when it was last looked at, the palette and the panel aside. */
  let beside: TargetWindow | null = null;
  // One thing after the other.
  let busy: Promise<void> = Promise.resolve();

  const inTurn = (job: () => Promise<void>): Promise<void> => {
    const next = busy.then(job);
    busy = next.catch(() => undefined);
    return next;
  };

  /** True when the palette or the panel has the keyboard; else who has it is noted. */
  async function look(): Promise<boolean> {
    const front = desktop ? await desktop.activeWindow.current() : null;
    if (front && windows.isBeside(front)) return true;
    // Nothing in front: what was worked in last stays meant. It may have been put away for a moment.
    if (front) beside = front;
    return false;
  }

  // The page hears late that the keyboard went elsewhere: a click right after must not go to the window before.
  desktop?.activeWindow.onChange?.(() => {
    if (windows.isPanelShown()) void look().catch(() => undefined);
  });

  async function giveBack(): Promise<void> {
    const inside = await look();
    await windows.panelTakesKeyboard(false);
    if (inside && beside && desktop) await desktop.activeWindow.activate(beside.id);
  }

  const remember = (open: boolean): void => {
    const { panel } = settings.get();
    if (panel.open !== open) settings.set({ panel: { ...panel, open } });
  };

  async function show(): Promise<void> {
    const inside = await look();
    await windows.showPanel(settings.get().panel);
    // A system may hand a new window the keyboard unasked.
    if (!inside && (await look()) && beside) await desktop?.activeWindow.activate(beside.id);
    remember(true);
    shown();
  }

  async function hide(): Promise<void> {
    if (windows.isPanelShown()) {
      await giveBack();
      await windows.hidePanel();
    }
    beside = null;
    remember(false);
  }

  return {
    open: (): Promise<void> => inTurn(show),
    close: (): Promise<void> => inTurn(hide),
    toggle: (): Promise<void> => inTurn(() => (windows.isPanelShown() ? hide() : show())),
    /** Its edge or width was changed. */
    place: (): Promise<void> =>
      inTurn(async () => {
        if (windows.isPanelShown()) await windows.showPanel(settings.get().panel);
      }),
    keyboard: (want: "take" | "give" | "lost"): Promise<void> =>
      inTurn(async () => {
        if (!windows.isPanelShown()) return;
        if (want === "give") return giveBack();
        await look();
        await windows.panelTakesKeyboard(want === "take");
      }),
    /** Whether it is up, and the window that is meant now. */
    async target(): Promise<{ up: boolean; target: TargetWindow | null }> {
      if (!windows.isPanelShown()) return { up: false, target: null };
      await look();
      return { up: true, target: beside };
    },
    /**
     * The window a choice in the panel is meant for, on its way to the keyboard if it has not kept it. Undefined when
     * the page is not in our panel: then nobody knows which window is meant.
     */
    async chosen(): Promise<TargetWindow | null | undefined> {
      if (!windows.isPanelShown()) return undefined;
      await inTurn(giveBack);
      return beside;
    },
    /** The window beside when the panel has the keyboard: for the palette, which opens over either. */
    beside: (): TargetWindow | null => beside,
  };
}
