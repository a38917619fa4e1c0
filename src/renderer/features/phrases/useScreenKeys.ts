import { useTranslation } from "react-i18next";
import { useKeys } from "../../ui/keys.ts";

interface ScreenActions {
  readonly canPaste: boolean;
  filter(): void;
  write(): void;
  open(): void;
  copy(): void;
  favourite(): void;
  move(): void;
  nameCategory(): void;
}

/** The keys of the phrase library, and those that its list, tree and editor handle themselves. */
export function useScreenKeys(actions: ScreenActions): void {
  const { t } = useTranslation();
  const { canPaste, filter, write, open, copy, favourite, move, nameCategory } = actions;
  useKeys("phrases", [
    { keys: "/", words: t("phrases.keys.filter"), run: filter },
    { keys: "n", words: t("phrases.new"), run: write },
    { keys: "e", words: t("phrases.keys.edit"), run: open },
    ...(canPaste ? [{ keys: "enter", words: t("phrases.paste") }] : []),
    // Without a desktop Enter copies too.
    { keys: "c", shown: canPaste ? "C" : "Enter / C", words: t("phrases.copy"), run: copy },
    { keys: "f", words: t("phrases.favourite"), run: favourite },
    { keys: "m", words: t("phrases.moveTo"), run: move },
    { keys: "del", words: t("phrases.trash") },
    { keys: "up", shown: "↑ ↓", words: t("phrases.keys.walk") },
    { keys: "shift+down", words: t("phrases.keys.extend") },
    { keys: "mod+a", words: t("phrases.keys.all") },
  ]);
  useKeys("categories", [
    { keys: "shift+n", words: t("phrases.category.add"), run: nameCategory },
    { keys: "f2", words: t("phrases.category.rename") },
    { keys: "left", shown: "← →", words: t("phrases.keys.fold") },
    { keys: "del", words: t("phrases.category.remove") },
  ]);
  // Listed even while no editor is there.
  useKeys("editor", [
    { keys: "mod+s", words: t("phrases.save") },
    { keys: "esc", words: t("phrases.keys.leave") },
  ]);
}
