/** Our own windows. */
export interface Windows {
  /** Brings the palette up with the keyboard in it. Resolves when it has the focus. Rejects with an AppError when there is no way to show it. */
  showPalette(): Promise<void>;
  /** Takes the palette away; the window manager then gives the keyboard back. */
  hidePalette(): Promise<void>;
  /** Handle of the palette as ActiveWindow names it, when it is known. */
  paletteId(): string | null;
  /** Opens or raises the main window. `path`: the screen to show in it, such as "/offshift", where the shell can. */
  showMain(path?: string): Promise<void>;
  close(): Promise<void>;
}
