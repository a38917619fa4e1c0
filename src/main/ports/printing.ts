/** Makes paper of a page. */
export interface Printing {
  /**
   * The page as a PDF, A4 unless its own style says otherwise. The page may load nothing and run nothing.
   * Rejects with AppError no_printing where there is nothing to print with.
   */
  pdf(html: string): Promise<Uint8Array>;
}
