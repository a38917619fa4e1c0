import { AutoComplete, Input, InputNumber, Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "../../../shared/contract/index.ts";
import { PRODUCT_LIMITS, type ProductFields } from "../../../shared/contract/products.ts";
import { useCall } from "../../api/hooks.ts";
import type { Edits } from "../../ui/edits.ts";
import { Field } from "../../ui/Field.tsx";
import { Time } from "../../ui/Time.tsx";
import { PictureStrip } from "./PictureStrip.tsx";
import { QuestionsField, SpecsField } from "./RowsFields.tsx";

interface ProductFieldsFormProps {
  readonly got: Output<"products.get"> | null;
  readonly edits: Edits<ProductFields>;
  /** Only to be read. */
  readonly inTrash: boolean;
  readonly onShow: (id: string) => void;
}

/** Every field of a card; what a buyer asks first comes first. */
export function ProductFieldsForm({ got, edits, inTrash, onShow }: ProductFieldsFormProps) {
  const { t } = useTranslation();
  const { values, set } = edits;
  const shops = useCall("products.shops", {}).data ?? [];
  // Titles of phrases chosen since the card was read.
  const [chosen, setChosen] = useState<ReadonlyMap<string, string>>(new Map());
  const titles = new Map([
    ...(got?.questions ?? []).flatMap(({ phrase }) =>
      phrase ? [[phrase.id, phrase.title] as const] : [],
    ),
    ...chosen,
  ]);
  const { product } = got ?? {};
  return (
    <div className="fields">
      <PictureStrip
        value={values.pictures}
        sku={values.sku}
        disabled={inTrash}
        onChange={(pictures) => set("pictures", pictures)}
      />
      <Field label={t("products.fields.name")}>
        {(id) => (
          <Input
            id={id}
            data-first
            value={values.name}
            readOnly={inTrash}
            maxLength={PRODUCT_LIMITS.name}
            placeholder={t("products.placeholders.name")}
            onChange={(event) => set("name", event.target.value)}
          />
        )}
      </Field>
      <div className="field-pair">
        <Field label={t("products.fields.sku")}>
          {(id) => (
            <Input
              id={id}
              value={values.sku}
              readOnly={inTrash}
              maxLength={PRODUCT_LIMITS.sku}
              placeholder={t("products.placeholders.sku")}
              onChange={(event) => set("sku", event.target.value)}
            />
          )}
        </Field>
        <Field label={t("products.fields.price")}>
          {(id) => (
            <InputNumber<number>
              id={id}
              className="wide"
              prefix="¥"
              min={0}
              max={PRODUCT_LIMITS.price / 100}
              precision={2}
              controls={false}
              readOnly={inTrash}
              value={values.price === null ? null : values.price / 100}
              onChange={(yuan) => set("price", yuan === null ? null : Math.round(yuan * 100))}
            />
          )}
        </Field>
        <Field label={t("products.fields.shop")}>
          {(id) => (
            <AutoComplete
              id={id}
              className="wide"
              value={values.shop}
              disabled={inTrash}
              options={shops
                .filter((shop) => shop !== values.shop && shop.includes(values.shop))
                .map((shop) => ({ value: shop }))}
              placeholder={t("products.placeholders.shop")}
              onChange={(shop: string) => set("shop", (shop ?? "").slice(0, PRODUCT_LIMITS.shop))}
            />
          )}
        </Field>
        <Field label={t("products.fields.stockNote")}>
          {(id) => (
            <Input
              id={id}
              value={values.stockNote}
              readOnly={inTrash}
              maxLength={PRODUCT_LIMITS.stockNote}
              placeholder={t("products.placeholders.stockNote")}
              onChange={(event) => set("stockNote", event.target.value)}
            />
          )}
        </Field>
      </div>
      <Field label={t("products.fields.sellingPoints")}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={values.sellingPoints.join("\n")}
            readOnly={inTrash}
            autoSize={{ minRows: 2, maxRows: 10 }}
            placeholder={t("products.placeholders.sellingPoints")}
            onChange={(event) =>
              set(
                "sellingPoints",
                event.target.value
                  .split("\n")
                  .slice(0, PRODUCT_LIMITS.sellingPoints)
                  .map((point) => point.slice(0, PRODUCT_LIMITS.sellingPoint)),
              )
            }
          />
        )}
      </Field>
      <Field label={t("products.fields.questions")}>
        {() => (
          <QuestionsField
            value={values.questions}
            titles={titles}
            disabled={inTrash}
            onChange={(questions) => set("questions", questions)}
            onPhrase={(phrase, title) => setChosen((now) => new Map([...now, [phrase, title]]))}
          />
        )}
      </Field>
      <Field label={t("products.fields.specs")}>
        {() => (
          <SpecsField
            value={values.specs}
            disabled={inTrash}
            onChange={(specs) => set("specs", specs)}
          />
        )}
      </Field>
      <Field label={t("products.fields.matches")}>
        {(id) => (
          <Select
            id={id}
            className="wide"
            mode="tags"
            value={values.matches}
            disabled={inTrash}
            tokenSeparators={[",", "，", "、", ";", "；", " "]}
            maxCount={PRODUCT_LIMITS.matches}
            placeholder={t("products.placeholders.matches")}
            open={false}
            suffixIcon={null}
            onChange={(matches: string[]) =>
              set(
                "matches",
                [...new Set(matches.map((sku) => sku.trim().slice(0, PRODUCT_LIMITS.sku)))].filter(
                  Boolean,
                ),
              )
            }
          />
        )}
      </Field>
      {got && got.matches.length > 0 && (
        <div className="chips">
          {got.matches.map((each) => (
            <button key={each.id} type="button" className="chip" onClick={() => onShow(each.id)}>
              {each.name}
            </button>
          ))}
        </div>
      )}
      <Field label={t("products.fields.note")}>
        {(id) => (
          <Input.TextArea
            id={id}
            value={values.note}
            readOnly={inTrash}
            maxLength={PRODUCT_LIMITS.note}
            autoSize={{ minRows: 1, maxRows: 6 }}
            placeholder={t("products.placeholders.note")}
            onChange={(event) => set("note", event.target.value)}
          />
        )}
      </Field>
      {product && (
        <dl className="facts">
          <div>
            <dt>{t("products.fields.changed")}</dt>
            <dd>
              <Time at={product.changedAt} />
            </dd>
          </div>
          <div>
            <dt>{t("products.fields.created")}</dt>
            <dd>
              <Time at={product.createdAt} />
            </dd>
          </div>
        </dl>
      )}
    </div>
  );
}
