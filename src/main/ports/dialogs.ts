/** The system's own file dialogs. `supported` is false in the browser shell, where the page picks files itself. */
export interface Dialogs {
  readonly supported: boolean;
  /** Path, or null when cancelled. */
  openFile(): Promise<string | null>;
  saveFile(suggestedName: string): Promise<string | null>;
}
