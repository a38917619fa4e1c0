import { Drawer } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";

interface SideDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

const bare = { body: { padding: 0 } } as const;

/** The categories where the window has no room for them beside the list. */
export function TreeDrawer({ open, onClose, children }: SideDrawerProps) {
  const { t } = useTranslation();
  return (
    <Drawer
      open={open}
      placement="left"
      size={280}
      title={t("phrases.category.title")}
      onClose={onClose}
      styles={bare}
    >
      {children}
    </Drawer>
  );
}

/** The phrase over the list where it has no room beside it. `onGone`: it is out of sight again. */
export function DetailDrawer({
  open,
  onClose,
  onGone,
  children,
}: SideDrawerProps & { readonly onGone: () => void }) {
  return (
    <Drawer
      open={open}
      placement="right"
      size="min(520px, 100vw)"
      closable={false}
      // Beneath the undo bar and the notices.
      zIndex={900}
      onClose={onClose}
      // By itself it would hand the keyboard to the page, not to the list.
      focusable={{ trap: false, focusTriggerAfterClose: false }}
      afterOpenChange={(shown) => !shown && onGone()}
      keyboard={false}
      styles={bare}
      destroyOnHidden
    >
      {children}
    </Drawer>
  );
}
