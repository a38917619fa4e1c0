import { App } from "antd";
import { useTranslation } from "react-i18next";
import { isAppError } from "../../../shared/errors.ts";
import { call } from "../../api/client.ts";
import { useAct } from "../../api/hooks.ts";
import { keyName } from "../../ui/keys.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import { copyText } from "../../ui/review/copyText.ts";
import { useUndo } from "../../ui/Undo.tsx";
import { useTrash } from "../../ui/useTrash.ts";
import { cardText } from "./cardText.ts";

interface Named {
  readonly id: string;
  readonly name: string;
}

/** What can be done to products; each offers undo. Failures are said as notices. */
export function useProductActions() {
  const { t } = useTranslation();
  const { modal } = App.useApp();
  const notify = useNotify();
  const undo = useUndo();
  const trash = useTrash("products.trash", (count) => t("products.done.trashed", { count }));
  const restore = useAct("products.restore");
  const feature = useAct("products.feature");
  const empty = useAct("products.emptyTrash");

  return {
    trash,
    restore(ids: string[]) {
      restore.mutate(
        { ids },
        {
          onSuccess: ({ historyId, count }) =>
            undo.offer({ historyId, sentence: t("products.done.restored", { count }) }),
        },
      );
    },
    /** Makes it this week's of its shop. */
    feature({ id, name }: Named) {
      feature.mutate(
        { id },
        {
          onSuccess: ({ historyId }) =>
            undo.offer({ historyId, sentence: t("products.done.featured", { name }) }),
        },
      );
    },
    unfeature({ name, shop }: { name: string; shop: string }) {
      feature.mutate(
        { id: null, shop },
        {
          onSuccess: ({ historyId }) =>
            undo.offer({ historyId, sentence: t("products.done.unfeatured", { name }) }),
        },
      );
    },
    /** Puts what a buyer may know of it on the clipboard. */
    async copyCard({ id }: { id: string }): Promise<void> {
      try {
        const { product } = await call("products.get", { id });
        const text = cardText(product, {
          price: (price) => t("products.cardText.price", { price }),
          stock: (note) => t("products.cardText.stock", { note }),
        });
        await copyText({ text, title: product.name, shop: product.shop }, () => {
          notify("info", t("products.copied", { name: product.name, keys: keyName("mod+v") }));
          call("products.used", { id }).catch(sayFailure);
        });
      } catch (error) {
        if (isAppError(error)) sayFailure(error);
        else notify("error", t("products.copyRefused", { detail: String(error) }));
      }
    },
    /** For good, so this one asks first. */
    emptyTrash(count: number) {
      void modal.confirm({
        title: t("products.empty.confirm", { count }),
        content: t("products.empty.explain"),
        okText: t("products.empty.button"),
        okButtonProps: { danger: true },
        onOk: async () => {
          const done = await empty.mutateAsync({}).catch(() => null);
          if (done) notify("info", t("products.done.emptied", { count: done.count }));
        },
      });
    },
  };
}

export type ProductActions = ReturnType<typeof useProductActions>;
