import { useQueryClient } from "@tanstack/react-query";
import { Alert, Button, Input, Select, Skeleton } from "antd";
import { type KeyboardEvent, type Ref, useEffect, useImperativeHandle, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "../../../shared/contract/index.ts";
import {
  PICTURE_LIMITS,
  type Picture,
  type PictureFields,
} from "../../../shared/contract/pictures.ts";
import { isAppError } from "../../../shared/errors.ts";
import { call } from "../../api/client.ts";
import { callKey, useCall } from "../../api/hooks.ts";
import { useEdits } from "../../ui/edits.ts";
import { Field } from "../../ui/Field.tsx";
import { HotkeyField } from "../../ui/HotkeyField.tsx";
import { isComposing, keyName, useKeys } from "../../ui/keys.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import { pictureUrl } from "../../ui/pictureUrl.ts";
import { ErrorState } from "../../ui/States.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import { type DetailActions, DetailHead } from "./DetailHead.tsx";
import { PictureFacts } from "./PictureFacts.tsx";

type Got = Output<"pictures.get">;
type Written = Omit<PictureFields, "favourite">;

/** What the screen may ask of the detail while it is shown. */
export interface DetailHandle {
  save(): Promise<unknown>;
}

interface PictureDetailProps {
  readonly id: string;
  readonly actions: DetailActions;
  /** Changes with every wish to write: the first field takes the keyboard. */
  readonly focusWish: number;
  readonly saver: Ref<DetailHandle>;
  /** Esc: back to the grid. */
  readonly onLeave: () => void;
}

/** One picture: large, with its words always ready to be changed. */
export function PictureDetail(props: PictureDetailProps) {
  const { t } = useTranslation();
  const { data, error, refetch } = useCall("pictures.get", { id: props.id });
  if (data) return <Form {...props} got={data} />;
  if (isAppError(error) && error.code === "picture_missing")
    return <p className="pane-hint">{t("pictures.choose")}</p>;
  if (error) return <ErrorState error={error} onRetry={() => void refetch()} />;
  return (
    <div className="editor-waiting">
      <Skeleton active paragraph={{ rows: 6 }} />
    </div>
  );
}

const writtenOf = ({ name, sku, tags, hotkey, note }: Picture): Written => ({
  ...{ name, sku, tags, hotkey, note },
});

function Form({ got, actions, focusWish, saver, onLeave }: PictureDetailProps & { got: Got }) {
  const { picture } = got;
  const { t } = useTranslation();
  const client = useQueryClient();
  const undo = useUndo();
  const notify = useNotify();
  const root = useRef<HTMLFormElement>(null);
  const inTrash = picture.trashedAt !== null;

  const edits = useEdits<Written>({
    storeKey: `pictures.draft.${picture.id}`,
    saved: writtenOf(picture),
    blocked: ({ name }) => (name.trim() === "" ? t("pictures.nameNeeded") : null),
    kept: (why) => notify("warning", t("pictures.draftKept", { why })),
    async save(values, changes, leaving) {
      try {
        const answer = await call("pictures.update", { id: picture.id, changes });
        client.setQueryData<Got>(callKey("pictures.get", { id: picture.id }), (old) => ({
          ...(old ?? got),
          picture: answer.picture,
        }));
        const words = leaving ? "pictures.done.autosaved" : "pictures.done.saved";
        undo.offer({
          historyId: answer.historyId,
          sentence: t(words, { name: values.name }),
        });
        return true;
      } catch (error) {
        sayFailure(error);
        return false;
      }
    },
  });
  const { values, set } = edits;
  const save = async (): Promise<void> => {
    const why = await edits.save();
    if (why) notify("warning", why);
  };
  useImperativeHandle(saver, () => ({ save }));

  useEffect(() => {
    if (focusWish === 0) return;
    const first = root.current?.querySelector<HTMLInputElement>("input[data-first]");
    first?.focus();
    first?.select();
  }, [focusWish]);

  useKeys("editor", [
    { keys: "mod+s", words: t("pictures.save"), run: () => void save() },
    { keys: "esc", words: t("pictures.keys.leave") },
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
      aria-label={t("pictures.detail")}
      onKeyDown={pressed}
      onSubmit={(event) => {
        event.preventDefault();
        void save();
      }}
    >
      <DetailHead picture={picture} actions={actions} />
      <div className="editor-scroll">
        <div className="picture-large">
          <img src={pictureUrl(picture.id)} alt={picture.name} />
        </div>
        {edits.restored && (
          <Alert
            type="warning"
            showIcon
            title={t("pictures.restoredDraft")}
            action={
              <Button size="small" onClick={edits.discard}>
                {t("pictures.discard")}
              </Button>
            }
          />
        )}
        <div className="fields">
          <Field label={t("pictures.fields.name")}>
            {(id) => (
              <Input
                id={id}
                data-first
                value={values.name}
                readOnly={inTrash}
                maxLength={PICTURE_LIMITS.name}
                placeholder={t("pictures.placeholders.name")}
                onChange={(event) => set("name", event.target.value)}
              />
            )}
          </Field>
          <Field label={t("pictures.fields.sku")}>
            {(id) => (
              <Input
                id={id}
                value={values.sku}
                readOnly={inTrash}
                maxLength={PICTURE_LIMITS.sku}
                placeholder={t("pictures.placeholders.sku")}
                onChange={(event) => set("sku", event.target.value.trim())}
              />
            )}
          </Field>
          <Field label={t("pictures.fields.tags")}>
            {(id) => (
              <Select
                id={id}
                className="wide"
                mode="tags"
                value={values.tags}
                disabled={inTrash}
                tokenSeparators={[",", "，", "、", ";", "；"]}
                maxCount={PICTURE_LIMITS.tags}
                placeholder={t("pictures.placeholders.tags")}
                open={false}
                suffixIcon={null}
                onChange={(tags: string[]) =>
                  set(
                    "tags",
                    [...new Set(tags.map((tag) => tag.trim().slice(0, PICTURE_LIMITS.tag)))].filter(
                      Boolean,
                    ),
                  )
                }
              />
            )}
          </Field>
          <Field label={t("pictures.fields.hotkey")}>
            {() => (
              <HotkeyField
                label={t("pictures.fields.hotkey")}
                value={values.hotkey}
                saved={picture.hotkey}
                ownerId={picture.id}
                disabled={inTrash}
                onChange={(hotkey) => set("hotkey", hotkey)}
              />
            )}
          </Field>
          <Field label={t("pictures.fields.note")}>
            {(id) => (
              <Input.TextArea
                id={id}
                value={values.note}
                readOnly={inTrash}
                maxLength={PICTURE_LIMITS.note}
                autoSize={{ minRows: 1, maxRows: 5 }}
                placeholder={t("pictures.placeholders.note")}
                onChange={(event) => set("note", event.target.value)}
              />
            )}
          </Field>
        </div>
        <PictureFacts picture={picture} usedIn={got.usedIn} />
      </div>
      {!inTrash && (
        <footer className="editor-foot">
          <span className="editor-state" data-dirty={edits.dirty || undefined} role="status">
            {edits.dirty ? t("pictures.unsaved") : t("pictures.allSaved")}
          </span>
          {edits.dirty && (
            <Button type="text" onClick={edits.discard}>
              {t("pictures.discard")}
            </Button>
          )}
          <Button type="primary" htmlType="submit" disabled={!edits.dirty} loading={edits.saving}>
            {t("pictures.save")} {keyName("mod+s")}
          </Button>
        </footer>
      )}
    </form>
  );
}
