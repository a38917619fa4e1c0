import { TreeSelect } from "antd";
import { useTranslation } from "react-i18next";
import { type CategoryNode, flatten } from "./categoryTree.ts";

interface CategorySelectProps {
  readonly nodes: readonly CategoryNode[];
  /** Null: no category; undefined: nothing chosen yet. */
  readonly value: string | null | undefined;
  readonly onChange: (categoryId: string | null, name: string) => void;
  readonly disabled?: boolean;
  readonly placeholder?: string;
  /** Takes the keyboard and shows its list as soon as it is there. */
  readonly atOnce?: boolean;
  readonly id?: string;
}

interface Option {
  readonly value: string;
  readonly title: string;
  readonly children?: Option[];
}

// TreeSelect has no value for "none": an entry of its own stands for it.
const NONE = "none";

const optionOf = ({ category, children }: CategoryNode): Option => ({
  value: category.id,
  title: category.name,
  children: children.map(optionOf),
});

/** Chooses a category, or none. */
export function CategorySelect({
  nodes,
  value,
  onChange,
  disabled,
  placeholder,
  atOnce = false,
  id,
}: CategorySelectProps) {
  const { t } = useTranslation();
  const none = t("phrases.views.uncategorised");
  return (
    <TreeSelect<string>
      id={id}
      className="wide"
      aria-label={t("phrases.fields.category")}
      value={value === undefined ? undefined : (value ?? NONE)}
      placeholder={placeholder}
      disabled={disabled}
      autoFocus={atOnce}
      defaultOpen={atOnce}
      treeData={[{ value: NONE, title: none }, ...nodes.map(optionOf)]}
      treeDefaultExpandAll
      treeLine
      showSearch={{ treeNodeFilterProp: "title" }}
      popupMatchSelectWidth={false}
      styles={{ popup: { root: { minWidth: 240, maxHeight: 400 } } }}
      onChange={(next) => {
        const chosen = flatten(nodes).find((each) => each.category.id === next);
        onChange(chosen?.category.id ?? null, chosen?.category.name ?? none);
      }}
    />
  );
}
