/**
 * The thin strip at the foot of the panel, kept for promises that fall due: one line, the next one first. It draws
 * nothing until there is a call that says what is due.
 */
export function DueStrip() {
  return null;
}
