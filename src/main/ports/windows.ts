import type { Settings } from "../../shared/contract/settings.ts";
import type { TargetWindow } from "./activeWindow.ts";

/** At which edge of the screen the panel stands, and how wide, pixels at 100 %. */
export type PanelPlace = Pick<Settings["panel"], "side" | "width">;

/** Our own windows. */
export interface Windows {
  /** Brings the palette up with the keyboard in it. Resolves when it has the focus. Rejects with an AppError when there is no way to show it. */
  showPalette(): Promise<void>;
  /** Takes the palette away; the window manager then gives the keyboard back. */
  hidePalette(): Promise<void>;
  /** Handle of the palette as ActiveWindow names it, when it is known. */
  paletteId(): string | null;
  /**
   * Brings the panel up at its edge, or to another one, as high as the free part of the screen. It takes no keyboard,
   * neither now nor when it is clicked. Rejects with an AppError when there is no way to show it.
   */
  showPanel(place: PanelPlace): Promise<void>;
  hidePanel(): Promise<void>;
  isPanelShown(): boolean;
  /** Lets the panel have the keyboard, and gives it; false: it takes none again. Who gets it then is not said. */
  panelTakesKeyboard(takes: boolean): Promise<void>;
  /** True for the palette and the panel: windows beside the one that is worked in. */
  isBeside(window: TargetWindow): boolean;
  /** Opens or raises the main window. `path`: the screen to show in it, such as "/offshift", where the shell can. */
  showMain(path?: string): Promise<void>;
  close(): Promise<void>;
}
