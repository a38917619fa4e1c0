import { Dropdown, type MenuProps } from "antd";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import type { HeadActions } from "./EditorHead.tsx";

interface ListMenuProps {
  readonly inTrash: boolean;
  readonly many: boolean;
  readonly favourite: boolean;
  readonly actions: HeadActions & { move(): void; open(): void };
  readonly children: ReactNode;
}

/** The menu of the right mouse button; each entry names its key. */
export function ListMenu({ inTrash, many, favourite, actions, children }: ListMenuProps) {
  const { t } = useTranslation();
  const one: MenuProps["items"] = many
    ? []
    : [
        ...(actions.canPaste
          ? [{ key: "paste", label: t("phrases.paste"), extra: "Enter", onClick: actions.paste }]
          : []),
        { key: "copy", label: t("phrases.copy"), extra: "C", onClick: actions.copy },
        { key: "open", label: t("phrases.keys.edit"), extra: "E", onClick: actions.open },
        {
          key: "favourite",
          label: favourite ? t("phrases.unfavourite") : t("phrases.favourite"),
          extra: "F",
          onClick: () => actions.favourite(!favourite),
        },
      ];
  const items: MenuProps["items"] = inTrash
    ? [{ key: "restore", label: t("phrases.restore"), onClick: actions.restore }]
    : [
        ...one,
        { key: "move", label: t("phrases.moveTo"), extra: "M", onClick: actions.move },
        { type: "divider" },
        {
          key: "trash",
          label: t("phrases.trash"),
          extra: "Del",
          danger: true,
          onClick: actions.trash,
        },
      ];
  return (
    <Dropdown trigger={["contextMenu"]} menu={{ items }}>
      <div className="list-place">{children}</div>
    </Dropdown>
  );
}
