import { type ReactNode, useState } from "react";

/**
 * What floats over the page: its content comes once the box it stands in is part of the page. Before that a field
 * with `autoFocus` asks for the keyboard in vain, and what is typed next goes elsewhere.
 */
export function Shown({ children }: { children: ReactNode }) {
  const [placed, setPlaced] = useState(false);
  return placed ? (
    children
  ) : (
    <span
      hidden
      ref={(box) => {
        if (box) setPlaced(true);
      }}
    />
  );
}
