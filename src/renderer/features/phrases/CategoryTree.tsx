import {
  DeleteOutlined,
  FolderOutlined,
  InboxOutlined,
  MoreOutlined,
  PlusOutlined,
  RightOutlined,
  StarOutlined,
  UnorderedListOutlined,
} from "@ant-design/icons";
import { Button, Dropdown, type MenuProps } from "antd";
import {
  type DragEvent,
  type KeyboardEvent,
  type ReactNode,
  useEffect,
  useId,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import { PHRASE_LIMITS } from "../../../shared/contract/phrases.ts";
import { useCall } from "../../api/hooks.ts";
import { isComposing, isTyping } from "../../ui/keys.ts";
import { useStored } from "../../ui/stored.ts";
import { type CategoryNode, flatten, visible } from "./categoryTree.ts";
import { endDrag, startDrag, whatIsDragged } from "./dragging.ts";
import { type Zone, dropOn, zoneOf } from "./dropping.ts";
import { NameField } from "./NameField.tsx";
import { type Place, type View, samePlace } from "./place.ts";
import type { PhraseActions } from "./usePhraseActions.ts";

interface CategoryTreeProps {
  readonly nodes: readonly CategoryNode[];
  readonly place: Place;
  readonly onPlace: (place: Place) => void;
  readonly actions: PhraseActions;
  /** Enter: on to the list. */
  readonly onEnter: () => void;
  /** A new category is being named below this id ("" for the top level); null: none is. */
  readonly naming: string | null;
  readonly onNaming: (parentId: string | null) => void;
}

const VIEWS: readonly { view: View; icon: ReactNode }[] = [
  { view: "all", icon: <UnorderedListOutlined aria-hidden /> },
  { view: "favourites", icon: <StarOutlined aria-hidden /> },
  { view: "uncategorised", icon: <InboxOutlined aria-hidden /> },
  { view: "trash", icon: <DeleteOutlined aria-hidden /> },
];

/** Views and categories; phrases and categories can be dropped here. */
export function CategoryTree(props: CategoryTreeProps) {
  const { nodes, place, onPlace, actions, onEnter, naming, onNaming } = props;
  const { t } = useTranslation();
  const treeId = useId();
  const [openIds, setOpenIds] = useStored<string[]>("phrases.openCategories", []);
  const [renaming, setRenaming] = useState<string | null>(null);
  const [hovered, setHovered] = useState<string | null>(null);
  const [menuFor, setMenuFor] = useState<CategoryNode | null>(null);
  const [over, setOver] = useState<{ key: string; zone: Zone } | null>(null);
  const open = new Set(openIds);
  const rows = visible(nodes, open);
  const all = flatten(nodes);
  const find = (id: string | null) => all.find((each) => each.category.id === id) ?? null;

  const places: Place[] = [
    ...VIEWS.map(({ view }) => ({ view, categoryId: null })),
    ...rows.map((node) => ({ view: "all" as const, categoryId: node.category.id })),
  ];
  const key = (each: Place): string => each.categoryId ?? each.view;
  const at = places.findIndex((each) => samePlace(each, place));
  const chosen = find(place.categoryId);

  const setOpen = (id: string, wanted: boolean): void => {
    setOpenIds(
      wanted
        ? [...openIds.filter((each) => each !== id), id]
        : openIds.filter((each) => each !== id),
    );
  };
  const startNaming = (parent: CategoryNode | null): void => {
    if (parent) setOpen(parent.category.id, true);
    onNaming(parent?.category.id ?? "");
  };
  useEffect(() => {
    document.getElementById(`${treeId}-${key(place)}`)?.scrollIntoView({ block: "nearest" });
  });

  const menu = (node: CategoryNode): MenuProps["items"] => [
    {
      key: "add",
      label: t("phrases.category.addBelow"),
      disabled: node.level >= PHRASE_LIMITS.categoryDepth,
      onClick: () => startNaming(node),
    },
    {
      key: "rename",
      label: t("phrases.category.rename"),
      extra: "F2",
      onClick: () => setRenaming(node.category.id),
    },
    { type: "divider" },
    {
      key: "remove",
      label: t("phrases.category.remove"),
      extra: "Del",
      danger: true,
      onClick: () => removeCategory(node),
    },
  ];

  function removeCategory(node: CategoryNode): void {
    const { id, name, parentId } = node.category;
    if (place.categoryId === id) onPlace({ view: "all", categoryId: parentId });
    actions.removeCategory(id, name);
  }

  const pressed = (event: KeyboardEvent): void => {
    if (isTyping(event.target) || isComposing(event.nativeEvent)) return;
    const go = (index: number): void => {
      const next = places[Math.max(0, Math.min(index, places.length - 1))];
      if (next) onPlace(next);
    };
    const steps: Record<string, () => void> = {
      ArrowDown: () => go(at + 1),
      ArrowUp: () => go(at - 1),
      Home: () => go(0),
      End: () => go(places.length - 1),
      ArrowRight: () => chosen && setOpen(chosen.category.id, true),
      ArrowLeft: () => {
        if (!chosen) return;
        if (open.has(chosen.category.id) && chosen.children.length > 0)
          setOpen(chosen.category.id, false);
        else if (chosen.category.parentId)
          onPlace({ view: "all", categoryId: chosen.category.parentId });
      },
      Enter: onEnter,
      F2: () => chosen && setRenaming(chosen.category.id),
      Delete: () => chosen && removeCategory(chosen),
    };
    const run = steps[event.key];
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  };

  const noCategory = t("phrases.views.uncategorised");
  const dropProps = (where: Place) => {
    const zone = (event: DragEvent): Zone =>
      whatIsDragged()?.kind === "category" && where.categoryId ? zoneOf(event) : "into";
    return {
      "data-over": over?.key === key(where) ? over.zone : undefined,
      onDragOver: (event: DragEvent) => {
        const wanted = zone(event);
        if (!dropOn(where, wanted, nodes, actions, noCategory)) return;
        event.preventDefault();
        if (over?.key !== key(where) || over.zone !== wanted)
          setOver({ key: key(where), zone: wanted });
      },
      onDragLeave: () => setOver(null),
      onDrop: (event: DragEvent) => {
        event.preventDefault();
        setOver(null);
        dropOn(where, zone(event), nodes, actions, noCategory)?.();
      },
    };
  };

  const namingRow = (level: number) => (
    <div className="tree-row" style={{ paddingInlineStart: 8 + level * 16 }}>
      <NameField
        value=""
        label={t("phrases.category.newName")}
        onDone={(name) => {
          const parentId = naming === "" ? null : naming;
          onNaming(null);
          if (name === null) return;
          void actions.createCategory(name, parentId).then((id) => {
            if (id) onPlace({ view: "all", categoryId: id });
          });
        }}
      />
    </div>
  );

  return (
    <Dropdown
      trigger={["contextMenu"]}
      menu={{ items: menuFor ? (menu(menuFor) ?? []) : [] }}
      open={menuFor !== null}
      onOpenChange={(wanted) => !wanted && setMenuFor(null)}
    >
      <div
        className="tree"
        role="tree"
        tabIndex={0}
        aria-label={t("phrases.category.tree")}
        aria-activedescendant={`${treeId}-${key(place)}`}
        onKeyDown={pressed}
        onMouseLeave={() => setHovered(null)}
      >
        {VIEWS.map(({ view, icon }) => (
          <div
            key={view}
            id={`${treeId}-${view}`}
            role="treeitem"
            aria-level={1}
            aria-selected={samePlace(place, { view, categoryId: null })}
            className="tree-row"
            onClick={() => onPlace({ view, categoryId: null })}
            {...dropProps({ view, categoryId: null })}
          >
            <span className="tree-icon">{icon}</span>
            <span className="tree-name">{t(`phrases.views.${view}`)}</span>
            <ViewCount view={view} />
          </div>
        ))}
        <div className="tree-head" role="presentation">
          <span>{t("phrases.category.title")}</span>
          <Button
            type="text"
            size="small"
            icon={<PlusOutlined aria-hidden />}
            aria-label={t("phrases.category.add")}
            title={`${t("phrases.category.add")} (Shift+N)`}
            onClick={() => startNaming(null)}
          />
        </div>
        {rows.map((node) => {
          const { id, name } = node.category;
          const where: Place = { view: "all", categoryId: id };
          const isOpen = open.has(id);
          return (
            <div key={id} role="presentation">
              <div
                id={`${treeId}-${id}`}
                role="treeitem"
                aria-level={node.level}
                aria-selected={place.categoryId === id}
                aria-expanded={node.children.length > 0 ? isOpen : undefined}
                className="tree-row"
                style={{ paddingInlineStart: 8 + (node.level - 1) * 16 }}
                draggable={renaming !== id}
                onDragStart={(event) =>
                  startDrag(event.dataTransfer, { kind: "category", id }, name)
                }
                onDragEnd={endDrag}
                onClick={() => onPlace(where)}
                onMouseEnter={() => setHovered(id)}
                onContextMenu={() => setMenuFor(node)}
                {...dropProps(where)}
              >
                <button
                  type="button"
                  tabIndex={-1}
                  className="tree-twist"
                  data-open={isOpen || undefined}
                  data-leaf={node.children.length === 0 || undefined}
                  aria-label={name}
                  aria-hidden
                  onClick={(event) => {
                    event.stopPropagation();
                    setOpen(id, !isOpen);
                  }}
                >
                  {node.children.length > 0 ? <RightOutlined /> : <FolderOutlined />}
                </button>
                {renaming === id ? (
                  <NameField
                    value={name}
                    label={t("phrases.category.rename")}
                    onDone={(next) => {
                      setRenaming(null);
                      if (next !== null && next !== name) actions.renameCategory(id, next);
                    }}
                  />
                ) : (
                  <>
                    <span className="tree-name" title={name}>
                      {name}
                    </span>
                    {(hovered === id || place.categoryId === id) && (
                      <Dropdown trigger={["click"]} menu={{ items: menu(node) ?? [] }}>
                        <Button
                          type="text"
                          size="small"
                          tabIndex={-1}
                          className="tree-more"
                          icon={<MoreOutlined aria-hidden />}
                          aria-label={t("phrases.category.more", { name })}
                          onClick={(event) => event.stopPropagation()}
                        />
                      </Dropdown>
                    )}
                    <span className="tree-count">{node.total}</span>
                  </>
                )}
              </div>
              {naming === id && namingRow(node.level)}
            </div>
          );
        })}
        {naming === "" && namingRow(0)}
      </div>
    </Dropdown>
  );
}

function ViewCount({ view }: { view: View }) {
  const { data } = useCall("phrases.query", { view, limit: 1 });
  return <span className="tree-count">{data?.total ?? ""}</span>;
}
