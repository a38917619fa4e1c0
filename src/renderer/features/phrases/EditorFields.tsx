import { AutoComplete, Input, Segmented, Select } from "antd";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { PHRASE_LIMITS, type Phrase, type SendMode } from "../../../shared/contract/phrases.ts";
import { useCall } from "../../api/hooks.ts";
import { useDueWords } from "../../ui/Due.tsx";
import { HotkeyField } from "../../ui/HotkeyField.tsx";
import { useMinute } from "../../ui/now.ts";
import { CategorySelect } from "./CategorySelect.tsx";
import type { CategoryNode } from "./categoryTree.ts";
import { SegmentsField } from "./SegmentsField.tsx";
import type { Draft } from "./useDraft.ts";

interface EditorFieldsProps {
  readonly phrase: Phrase | null;
  readonly draft: Draft;
  readonly nodes: readonly CategoryNode[];
  /** Only to be read. */
  readonly inTrash: boolean;
}

/** What one does not type in one stroke. */
const AWKWARD = /[\s，。、；：？！“”‘’（）【】《》…—·]/;

/** Every field of a phrase; the two that matter most come first and are large. */
export function EditorFields({ phrase, draft, nodes, inTrash }: EditorFieldsProps) {
  const { t } = useTranslation();
  const { values, set } = draft;
  const shops = (useCall("shops.list", {}).data ?? []).map((each) => each.name);
  const own = useId();
  const id = (field: string): string => `${own}-${field}`;
  return (
    <div className="fields">
      <Field label={t("phrases.fields.title")} htmlFor={id("title")}>
        <Input
          id={id("title")}
          data-first
          value={values.title}
          readOnly={inTrash}
          maxLength={PHRASE_LIMITS.title}
          placeholder={t("phrases.placeholders.title")}
          onChange={(event) => set("title", event.target.value)}
        />
      </Field>
      <Field
        label={t("phrases.fields.body")}
        htmlFor={id("body")}
        extra={
          <span
            className="counter"
            data-full={values.body.length > PHRASE_LIMITS.body * 0.95 || undefined}
          >
            {t("phrases.letters", { count: values.body.length })}
          </span>
        }
      >
        <SegmentsField
          id={id("body")}
          value={values}
          shop={values.shop}
          readOnly={inTrash}
          onChange={draft.change}
        />
      </Field>
      <div className="field-pair">
        <Field label={t("phrases.fields.shortcut")} htmlFor={id("shortcut")}>
          <Input
            id={id("shortcut")}
            value={values.shortcut}
            readOnly={inTrash}
            maxLength={PHRASE_LIMITS.shortcut}
            placeholder={t("phrases.placeholders.shortcut")}
            onChange={(event) => set("shortcut", event.target.value.trim())}
          />
          {AWKWARD.test(values.shortcut) && (
            <div className="field-warning" role="status">
              {t("phrases.spacedShortcut")}
            </div>
          )}
          <SameShortcut shortcut={values.shortcut} exceptId={phrase?.id ?? null} />
        </Field>
        <Field label={t("phrases.fields.category")} htmlFor={id("category")}>
          <CategorySelect
            id={id("category")}
            nodes={nodes}
            value={values.categoryId}
            disabled={inTrash}
            onChange={(categoryId) => set("categoryId", categoryId)}
          />
        </Field>
        <Field label={t("phrases.fields.tags")} htmlFor={id("tags")}>
          <Select
            id={id("tags")}
            className="wide"
            mode="tags"
            value={values.tags}
            disabled={inTrash}
            tokenSeparators={[",", "，", "、", ";", "；"]}
            maxCount={PHRASE_LIMITS.tags}
            placeholder={t("phrases.placeholders.tags")}
            open={false}
            suffixIcon={null}
            onChange={(tags: string[]) =>
              set(
                "tags",
                [...new Set(tags.map((tag) => tag.trim().slice(0, PHRASE_LIMITS.tag)))].filter(
                  Boolean,
                ),
              )
            }
          />
        </Field>
        <Field label={t("phrases.fields.shop")} htmlFor={id("shop")}>
          <AutoComplete
            id={id("shop")}
            className="wide"
            value={values.shop}
            disabled={inTrash}
            options={shops
              .filter((shop) => shop !== values.shop && shop.includes(values.shop))
              .map((shop) => ({ value: shop }))}
            placeholder={t("phrases.placeholders.shop")}
            onChange={(shop: string) => set("shop", (shop ?? "").slice(0, PHRASE_LIMITS.shop))}
          />
        </Field>
        <Field label={t("phrases.fields.hotkey")}>
          <HotkeyField
            label={t("phrases.fields.hotkey")}
            value={values.hotkey}
            saved={phrase?.hotkey ?? null}
            ownerId={phrase?.id ?? null}
            disabled={inTrash}
            onChange={(hotkey) => set("hotkey", hotkey)}
          />
        </Field>
        <Field label={t("phrases.fields.sendMode")}>
          <Segmented<SendMode>
            block
            aria-label={t("phrases.fields.sendMode")}
            value={values.sendMode}
            disabled={inTrash}
            options={[
              { value: "paste", label: t("phrases.sendModes.paste") },
              { value: "send", label: t("phrases.sendModes.send") },
            ]}
            onChange={(mode) => set("sendMode", mode)}
          />
        </Field>
      </div>
      <Field label={t("phrases.fields.questions")} htmlFor={id("questions")}>
        <Select
          id={id("questions")}
          className="wide"
          mode="tags"
          value={values.questions}
          disabled={inTrash}
          tokenSeparators={["\n"]}
          maxCount={PHRASE_LIMITS.questions}
          placeholder={t("phrases.placeholders.questions")}
          open={false}
          suffixIcon={null}
          onChange={(questions: string[]) =>
            set(
              "questions",
              [
                ...new Set(questions.map((each) => each.trim().slice(0, PHRASE_LIMITS.question))),
              ].filter(Boolean),
            )
          }
        />
      </Field>
      <Field label={t("phrases.fields.promise")} htmlFor={id("promise")}>
        <Input
          id={id("promise")}
          value={values.promise}
          readOnly={inTrash}
          maxLength={PHRASE_LIMITS.promise}
          placeholder={t("phrases.placeholders.promise")}
          onChange={(event) => set("promise", event.target.value)}
        />
        <PromisedDue text={values.promise} />
      </Field>
      <Field label={t("phrases.fields.note")} htmlFor={id("note")}>
        <Input.TextArea
          id={id("note")}
          value={values.note}
          readOnly={inTrash}
          maxLength={PHRASE_LIMITS.note}
          autoSize={{ minRows: 1, maxRows: 6 }}
          placeholder={t("phrases.placeholders.note")}
          onChange={(event) => set("note", event.target.value)}
        />
      </Field>
    </div>
  );
}

interface FieldProps {
  readonly label: string;
  readonly htmlFor?: string;
  readonly extra?: ReactNode;
  readonly children: ReactNode;
}

function Field({ label, htmlFor, extra, children }: FieldProps) {
  return (
    <div className="field">
      <div className="field-label">
        {htmlFor ? <label htmlFor={htmlFor}>{label}</label> : <span>{label}</span>}
        {extra}
      </div>
      {children}
    </div>
  );
}

/** What the promise would be due if the phrase were sent now; says when no time is recognised. */
function PromisedDue({ text }: { text: string }) {
  const { t } = useTranslation();
  const now = useMinute();
  const words = useDueWords();
  const asked = text.trim();
  const { data } = useCall("promises.understand", { text: asked }, { enabled: asked !== "" });
  if (asked === "" || !data) return null;
  const { dueAt, dateOnly } = data;
  return dueAt === null ? (
    <div className="field-warning" role="status">
      {t("phrases.promiseUnclear")}
    </div>
  ) : (
    <div className="field-hint" role="status">
      {t("phrases.promiseDue", { due: words({ dueAt, dateOnly }, now) })}
    </div>
  );
}

/** Names the other phrases with the same code: allowed, but then the code alone does not choose. */
function SameShortcut({ shortcut, exceptId }: { shortcut: string; exceptId: string | null }) {
  const { t } = useTranslation();
  const { data = [] } = useCall(
    "phrases.sameShortcut",
    { shortcut, exceptId },
    { enabled: shortcut !== "" },
  );
  if (shortcut === "" || data.length === 0) return null;
  const names = data.slice(0, 3).map((each) => each.title || "…");
  return (
    <div className="field-warning" role="status">
      {t("phrases.sameShortcut", { titles: names.join("、"), count: data.length })}
    </div>
  );
}
