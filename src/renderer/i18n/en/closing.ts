/** Words of closing lines. */
export const closing = {
  title: "Closing lines",
  lead: "End the talk with a fitting line. In the palette, /end lists them too.",
  suggested: "Suggested",
  forms: {
    noDeal: "Nothing bought: invite to favourite or follow",
    deal: "Bought: thank, come to us first",
    receivedFine: "Received, all well: invite a review",
    receivedProblem: "Received, a problem: calm, hand to after-sale",
  },
  why: {
    nobody: "Nobody is in hand, so “nothing bought” comes first.",
    noOrder: "{{name}} has no order yet.",
    unpaid: "{{name}} has an order that is not paid.",
    order: "{{name}} has ordered.",
    paid: "{{name}} has paid.",
    received: "{{name}} has received the goods, or talked of after-sale.",
    trouble: "The note on {{name}}, or what was said, speaks of a problem.",
  },
  paste: "Paste",
  copy: "Copy",
  none: "There is no line of this kind yet.",
  empty:
    "The library has no closing lines. Add the starter scripts, or give your own the tag “Closing”.",
  toPhrases: "Go to scripts",
  example: "For example: “Thank you! If anything is not right when it arrives, tell me first.”",
  keys: {
    scope: "Closing lines",
    walk: "Choose a line",
    use: "Paste",
    pick: "Use a suggested line at once",
  },
} as const;
