import { Drawer, type DrawerProps } from "antd";
import type { ReactNode } from "react";
import { useRound } from "./rounds.ts";
import { Shown } from "./Shown.tsx";

interface DetailDrawerProps {
  readonly open: boolean;
  readonly size?: DrawerProps["size"];
  readonly onClose: () => void;
  /** It is out of sight again. */
  readonly onGone?: () => void;
  readonly children: ReactNode;
}

/** What is chosen in a list, over the list where it has no room beside it. */
export function DetailDrawer({
  open,
  size = "min(520px, 100vw)",
  onClose,
  onGone,
  children,
}: DetailDrawerProps) {
  const round = useRound(open);
  return (
    <Drawer
      key={round}
      open={open}
      placement="right"
      size={size}
      closable={false}
      // Beneath the undo bar and the notices.
      zIndex={900}
      onClose={onClose}
      // By itself it would hand the keyboard to the page, not to the list.
      focusable={{ trap: false, focusTriggerAfterClose: false }}
      autoFocus={false}
      afterOpenChange={(shown) => !shown && onGone?.()}
      keyboard={false}
      styles={{ body: { padding: 0 } }}
      destroyOnHidden
    >
      <Shown>{children}</Shown>
    </Drawer>
  );
}
