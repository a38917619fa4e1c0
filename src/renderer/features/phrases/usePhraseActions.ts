import { App } from "antd";
import { useTranslation } from "react-i18next";
import { useAct } from "../../api/hooks.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import { useTrash } from "../../ui/useTrash.ts";

/** What can be done to phrases and categories; each offers undo. Failures are said as notices. */
export function usePhraseActions() {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const notify = useNotify();
  const undo = useUndo();
  const trash = useTrash("phrases.trash", (count) => t("phrases.done.trashed", { count }));
  const restore = useAct("phrases.restore");
  const move = useAct("phrases.move");
  const update = useAct("phrases.update");
  const empty = useAct("phrases.emptyTrash");
  const remove = useAct("categories.remove");
  const rename = useAct("categories.rename");
  const create = useAct("categories.create");
  const moveCategory = useAct("categories.move");

  return {
    trash,
    restore(ids: string[]) {
      restore.mutate(
        { ids },
        {
          onSuccess: ({ historyId, count }) =>
            undo.offer({ historyId, sentence: t("phrases.done.restored", { count }) }),
        },
      );
    },
    move(ids: string[], categoryId: string | null, name: string) {
      move.mutate(
        { ids, categoryId },
        {
          onSuccess: ({ historyId, count }) =>
            undo.offer({ historyId, sentence: t("phrases.done.moved", { count, name }) }),
        },
      );
    },
    favourite(phrase: { id: string; title: string }, favourite: boolean) {
      const words = favourite ? "phrases.done.favoured" : "phrases.done.unfavoured";
      update.mutate(
        { id: phrase.id, changes: { favourite } },
        {
          onSuccess: ({ historyId }) =>
            undo.offer({ historyId, sentence: t(words, { title: phrase.title }) }),
        },
      );
    },
    /** For good, so this one asks first. */
    emptyTrash(count: number) {
      void modal.confirm({
        title: t("phrases.empty.confirm", { count }),
        content: t("phrases.empty.explain"),
        okText: t("phrases.empty.button"),
        okButtonProps: { danger: true },
        onOk: async () => {
          const done = await empty.mutateAsync({}).catch(() => null);
          if (done) notify("info", t("phrases.done.emptied", { count: done.count }));
        },
      });
    },
    async createCategory(name: string, parentId: string | null): Promise<string | null> {
      const made = await create.mutateAsync({ name, parentId }).catch(() => null);
      if (made) await undo.offerLatest(t("phrases.done.categoryCreated", { name }));
      return made?.id ?? null;
    },
    renameCategory(id: string, name: string) {
      rename.mutate(
        { id, name },
        {
          onSuccess: ({ historyId }) =>
            undo.offer({ historyId, sentence: t("phrases.done.categoryRenamed", { name }) }),
        },
      );
    },
    removeCategory(id: string, name: string) {
      remove.mutate(
        { id },
        {
          onSuccess: ({ historyId, count }) =>
            undo.offer({ historyId, sentence: t("phrases.done.categoryRemoved", { name, count }) }),
        },
      );
    },
    moveCategory(id: string, name: string, parentId: string | null, position?: number) {
      moveCategory.mutate(
        { id, parentId, ...(position === undefined ? {} : { position }) },
        {
          onSuccess: ({ historyId }) =>
            undo.offer({ historyId, sentence: t("phrases.done.categoryMoved", { name }) }),
        },
      );
    },
  };
}

export type PhraseActions = ReturnType<typeof usePhraseActions>;
