import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, InputNumber } from "antd";
import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { MOST_ITEMS, type Problem } from "../../../shared/rules/price/line.ts";
import { LARGEST_QUANTITY } from "../../../shared/rules/price/money.ts";
import { sentence } from "../../i18n/i18n.ts";
import { isComposing } from "../../ui/keys.ts";
import { type Sheet, type SheetItem, newItem } from "./sheet.ts";

interface ItemRowsProps {
  readonly sheet: Sheet;
  readonly problems: ReadonlyMap<string, Problem>;
  readonly onChange: (sheet: Sheet) => void;
}

/** The goods, one row each: price and pieces; with several rows also discounts of one row, and goods of other shops. */
export function ItemRows({ sheet, problems, onChange }: ItemRowsProps) {
  const { t } = useTranslation();
  const list = useRef<HTMLDivElement>(null);
  const several = sheet.items.length > 1;
  const put = (key: string, parts: Partial<SheetItem>): void =>
    onChange({
      ...sheet,
      items: sheet.items.map((item) => (item.key === key ? { ...item, ...parts } : item)),
    });
  const add = (): void => {
    const item = newItem();
    onChange({ ...sheet, items: [...sheet.items, item] });
    focusSoon(() => list.current?.querySelector(`[data-row="${item.key}"] input`));
  };
  const remove = (key: string): void => {
    const items = sheet.items.filter((item) => item.key !== key);
    onChange({ ...sheet, items: items.length > 0 ? items : [newItem()] });
  };
  return (
    <section className="price-section" aria-label={t("price.goods")}>
      <div className="price-items" data-several={several || undefined} ref={list}>
        <div className="price-item price-item-head" aria-hidden>
          <span>{t("price.item.name")}</span>
          <span>{t("price.item.price")}</span>
          <span>{t("price.item.quantity")}</span>
          {several && <span>{t("price.item.own")}</span>}
          {several && <span title={t("price.item.otherWords")}>{t("price.item.other")}</span>}
        </div>
        {sheet.items.map((item) => (
          <ItemRow
            key={item.key}
            item={item}
            several={several}
            problem={problems.get(item.key) ?? null}
            onPut={(parts) => put(item.key, parts)}
            onRemove={() => remove(item.key)}
            onNext={add}
          />
        ))}
      </div>
      <Button
        size="small"
        type="text"
        icon={<PlusOutlined aria-hidden />}
        disabled={sheet.items.length >= MOST_ITEMS}
        onClick={add}
      >
        {t("price.item.add")}
      </Button>
    </section>
  );
}

interface ItemRowProps {
  readonly item: SheetItem;
  readonly several: boolean;
  readonly problem: Problem | null;
  readonly onPut: (parts: Partial<SheetItem>) => void;
  readonly onRemove: () => void;
  /** Enter in the last field: another row. */
  readonly onNext: () => void;
}

function ItemRow({ item, several, problem, onPut, onRemove, onNext }: ItemRowProps) {
  const { t } = useTranslation();
  const wrong = (code: Problem["code"]): "error" | "" => (problem?.code === code ? "error" : "");
  const ruleWrong =
    problem && problem.code !== "price_amount" && problem.code !== "price_quantity" ? "error" : "";
  return (
    <div className="price-item" data-row={item.key}>
      <Input
        value={item.name}
        aria-label={t("price.item.name")}
        placeholder={t("price.item.namePlaceholder")}
        maxLength={40}
        onChange={(event) => onPut({ name: event.target.value })}
      />
      <Input
        value={item.price}
        inputMode="decimal"
        aria-label={t("price.item.price")}
        placeholder="299"
        prefix="¥"
        maxLength={16}
        status={wrong("price_amount")}
        onChange={(event) => onPut({ price: event.target.value })}
      />
      <InputNumber
        value={item.quantity}
        min={1}
        max={LARGEST_QUANTITY}
        precision={0}
        prefix="×"
        aria-label={t("price.item.quantity")}
        status={wrong("price_quantity")}
        onChange={(quantity) => onPut({ quantity })}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || event.ctrlKey || isComposing(event.nativeEvent)) return;
          event.preventDefault();
          onNext();
        }}
      />
      {several && (
        <Input
          value={item.own}
          aria-label={t("price.item.own")}
          placeholder={t("price.item.ownPlaceholder")}
          maxLength={200}
          status={ruleWrong}
          disabled={item.other}
          onChange={(event) => onPut({ own: event.target.value })}
        />
      )}
      {several && (
        <Checkbox
          checked={item.other}
          aria-label={`${t("price.item.other")}: ${t("price.item.otherWords")}`}
          title={t("price.item.otherWords")}
          onChange={(event) =>
            onPut({ other: event.target.checked, ...(event.target.checked ? { own: "" } : {}) })
          }
        />
      )}
      {several && (
        <Button
          type="text"
          size="small"
          icon={<CloseOutlined aria-hidden />}
          aria-label={t("price.item.remove")}
          onClick={onRemove}
        />
      )}
      {problem && (
        <p className="price-problem price-row-problem" role="alert">
          {sentence(problem.code, problem.params)}
        </p>
      )}
    </div>
  );
}

/** Focuses what the next drawing brings. */
export function focusSoon(find: () => Element | null | undefined): void {
  requestAnimationFrame(() => {
    const element = find();
    if (element instanceof HTMLElement) element.focus();
  });
}
