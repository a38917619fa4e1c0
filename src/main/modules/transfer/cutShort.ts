/** What an error says when the end of a file is missing; the person gets a sentence of its own. */
export const CUT_SHORT = "cut short";
