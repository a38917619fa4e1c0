import { useState } from "react";

/**
 * For a Select whose list closes when something is chosen: `<Select {...useSureClose()} />`. Its own closing comes a
 * moment after the choice and is dropped when the field loses the keyboard and has it again in between (a window that
 * comes to the front and goes): the list would stay open for good.
 */
export function useSureClose(): {
  readonly open: boolean;
  readonly onOpenChange: (open: boolean) => void;
  readonly onSelect: () => void;
} {
  const [open, setOpen] = useState(false);
  return { open, onOpenChange: setOpen, onSelect: () => setOpen(false) };
}
