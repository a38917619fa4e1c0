import { Drawer } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useRound } from "../../ui/rounds.ts";
import { Shown } from "../../ui/Shown.tsx";

interface TreeDrawerProps {
  readonly open: boolean;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** The categories where the window has no room for them beside the list. */
export function TreeDrawer({ open, onClose, children }: TreeDrawerProps) {
  const { t } = useTranslation();
  const round = useRound(open);
  return (
    <Drawer
      key={round}
      open={open}
      placement="left"
      size={280}
      title={t("phrases.category.title")}
      onClose={onClose}
      styles={{ body: { padding: 0 } }}
    >
      <Shown>{children}</Shown>
    </Drawer>
  );
}
