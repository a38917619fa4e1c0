import { App } from "antd";
import { useTranslation } from "react-i18next";
import { call } from "../../api/client.ts";
import { useAct } from "../../api/hooks.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import { useTrash } from "../../ui/useTrash.ts";
import { useOnce } from "../../ui/useOnce.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What can be done to pictures; each offers undo. Failures are said as notices. */
export function usePictureActions() {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const notify = useNotify();
  const undo = useUndo();
  const trash = useTrash("pictures.trash", (count) => t("pictures.done.trashed", { count }));
  const restore = useAct("pictures.restore");
  const update = useAct("pictures.update");
  const updateAll = useAct("pictures.updateAll");
  const empty = useAct("pictures.emptyTrash");
  const paste = useAct("paste.picture");
  const once = useOnce();

  return {
    trash,
    restore(ids: string[]) {
      restore.mutate(
        { ids },
        {
          onSuccess: ({ historyId, count }) =>
            undo.offer({ historyId, sentence: t("pictures.done.restored", { count }) }),
        },
      );
    },
    favourite({ id }: Named, favourite: boolean) {
      const words = favourite ? "pictures.done.favoured" : "pictures.done.unfavoured";
      update.mutate(
        { id, changes: { favourite } },
        {
          // By the name it has now: a list that was just edited may still show the one before.
          onSuccess: ({ historyId, picture }) =>
            undo.offer({ historyId, sentence: t(words, { name: picture.name }) }),
        },
      );
    },
    changeAll(ids: string[], change: { sku?: string; addTags?: string[] }) {
      updateAll.mutate(
        { ids, ...change },
        {
          onSuccess: ({ historyId, count }) =>
            undo.offer({ historyId, sentence: t("pictures.done.changed", { count }) }),
        },
      );
    },
    /** For good, so this one asks first. */
    emptyTrash(count: number) {
      void modal.confirm({
        title: t("pictures.empty.confirm", { count }),
        content: t("pictures.empty.explain"),
        okText: t("pictures.empty.button"),
        okButtonProps: { danger: true },
        onOk: async () => {
          const done = await empty.mutateAsync({}).catch(() => null);
          if (!done) return;
          const words = done.kept > 0 ? "pictures.done.emptiedKept" : "pictures.done.emptied";
          notify("info", t(words, done));
        },
      });
    },
    /** Sends it into the chat window; what goes wrong on the way is told by the core as a notice. */
    paste({ id }: Named) {
      void once(id, () => paste.mutateAsync({ picture: id }).catch(() => null));
    },
    /** Puts the picture itself on the clipboard, as every program takes it. */
    async copy({ id, name }: Named, copied: (words: string) => void): Promise<void> {
      const { copyPicture } = await import("./copyPicture.ts");
      try {
        await copyPicture(id);
      } catch (cause) {
        const detail = cause instanceof Error ? cause.message : String(cause);
        notify("error", t("pictures.copyRefused", { detail }));
        return;
      }
      copied(name);
      await call("pictures.copied", { id });
    },
  };
}

export type PictureActions = ReturnType<typeof usePictureActions>;
