import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Skeleton } from "antd";
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "../../../shared/contract/index.ts";
import type { Product, ProductFields } from "../../../shared/contract/products.ts";
import { isAppError } from "../../../shared/errors.ts";
import { call } from "../../api/client.ts";
import { callKey, useCall } from "../../api/hooks.ts";
import { changesOf, useEdits } from "../../ui/edits.ts";
import { isComposing, keyName, useKeys } from "../../ui/keys.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import { ErrorState } from "../../ui/States.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import { BLANK, cleaned, fieldsOf } from "./productDraft.ts";
import { ProductFieldsForm } from "./ProductFieldsForm.tsx";
import { type HeadActions, ProductHead } from "./ProductHead.tsx";

type Got = Output<"products.get">;

/** What the screen may ask of the editor while it is shown. */
export interface EditorHandle {
  save(): Promise<unknown>;
}

interface ProductEditorProps {
  /** Null: a new product. */
  readonly id: string | null;
  /** The shop a new one is for. */
  readonly shop: string;
  readonly actions: HeadActions;
  /** True for this week's featured product. */
  readonly featured: boolean;
  /** Changes with every wish to write: the first field takes the keyboard. */
  readonly focusWish: number;
  readonly saver: Ref<EditorHandle>;
  readonly onCreated: (product: Product) => void;
  /** Shows another product: one that goes with this one. */
  readonly onShow: (id: string) => void;
  /** Esc: back to the list. */
  readonly onLeave: () => void;
}

/** The card of one product, always ready to be changed. */
export function ProductEditor(props: ProductEditorProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useCall(
    "products.get",
    { id: props.id ?? "" },
    { enabled: props.id !== null },
  );
  if (props.id === null) return <Form {...props} got={null} />;
  if (data) return <Form {...props} got={data} />;
  if (isAppError(error) && error.code === "product_missing")
    return <p className="pane-hint">{t("products.choose")}</p>;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <div className="editor-waiting">
      <Skeleton active paragraph={{ rows: 8 }} />
    </div>
  );
}

function Form(props: ProductEditorProps & { got: Got | null }) {
  const { got, shop, actions, featured, focusWish, saver, onCreated, onShow, onLeave } = props;
  const product = got?.product ?? null;
  const { t } = useTranslation();
  const client = useQueryClient();
  const undo = useUndo();
  const notify = useNotify();
  const root = useRef<HTMLFormElement>(null);
  const inTrash = product?.trashedAt != null;

  async function write(
    values: ProductFields,
    changes: Partial<ProductFields>,
    leaving: boolean,
  ): Promise<boolean> {
    const offer = (words: "saved" | "autosaved" | "created", historyId: number): void =>
      undo.offer({
        historyId,
        sentence: t(`products.done.${words}`, { name: values.name.trim() }),
      });
    try {
      if (!product) {
        const made = await call("products.create", { ...values, ...cleaned(values) });
        offer("created", made.historyId);
        if (!leaving) onCreated(made.product);
        return true;
      }
      const real = changesOf(fieldsOf(product), cleaned(changes));
      if (Object.keys(real).length === 0) return true;
      const answer = await call("products.update", { id: product.id, changes: real });
      const key = callKey("products.get", { id: product.id });
      client.setQueryData<Got>(key, (old) => ({ ...(old ?? got!), product: answer.product }));
      offer(leaving ? "autosaved" : "saved", answer.historyId);
      return true;
    } catch (error) {
      sayFailure(error);
      return false;
    }
  }

  const edits = useEdits<ProductFields>({
    storeKey: `products.draft.${product?.id ?? "new"}`,
    saved: product ? fieldsOf(product) : { ...BLANK, shop },
    blocked: ({ sku, name }) => {
      if (sku.trim() === "") return t("products.skuNeeded");
      return name.trim() === "" ? t("products.nameNeeded") : null;
    },
    kept: (why) => notify("warning", t("products.draftKept", { why })),
    save: write,
  });
  const save = async (): Promise<void> => {
    const why = await edits.save();
    if (why) notify("warning", why);
  };
  useImperativeHandle(saver, () => ({ save }));

  useEffect(() => {
    if (focusWish === 0) return;
    const first = root.current?.querySelector<HTMLInputElement>("input[data-first]");
    first?.focus();
    first?.setSelectionRange(first.value.length, first.value.length);
  }, [focusWish]);

  useKeys("editor", [
    { keys: "mod+s", words: t("products.save"), run: () => void save() },
    { keys: "esc", words: t("products.keys.leave") },
  ]);
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Escape" || isComposing(event.nativeEvent) || event.defaultPrevented) return;
    if (event.target instanceof Element && event.target.getAttribute("aria-expanded") === "true")
      return;
    event.preventDefault();
    onLeave();
  };

  return (
    <form
      ref={root}
      className="editor"
      aria-label={t("products.card")}
      onKeyDown={pressed}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <ProductHead product={product} featured={featured} actions={actions} />
      <div className="editor-scroll">
        {edits.restored && (
          <Alert
            type="warning"
            showIcon
            title={t("products.restoredDraft")}
            action={
              <Button size="small" onClick={edits.discard}>
                {t("products.discard")}
              </Button>
            }
          />
        )}
        <ProductFieldsForm got={got} edits={edits} inTrash={inTrash} onShow={onShow} />
      </div>
      {!inTrash && (
        <footer className="editor-foot">
          <span className="editor-state" data-dirty={edits.dirty || undefined} role="status">
            {edits.dirty
              ? t("products.unsaved")
              : product
                ? t("products.allSaved")
                : t("products.newHint")}
          </span>
          {edits.dirty && (
            <Button type="text" onClick={edits.discard}>
              {t("products.discard")}
            </Button>
          )}
          <Button type="primary" htmlType="submit" disabled={!edits.dirty} loading={edits.saving}>
            {t("products.save")} {keyName("mod+s")}
          </Button>
        </footer>
      )}
    </form>
  );
}
