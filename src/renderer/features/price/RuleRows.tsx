import { PlusOutlined } from "@ant-design/icons";
import { Button } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "../../../shared/contract/settings.ts";
import { MOST_RULES, type Problem } from "../../../shared/rules/price/line.ts";
import type { Slot } from "../../../shared/rules/price/rule.ts";
import type { PriceResult } from "../../../shared/rules/price/types.ts";
import { CountingMenu } from "./CountingMenu.tsx";
import { focusSoon } from "./ItemRows.tsx";
import { RuleRow } from "./RuleRow.tsx";
import { statusOf } from "./status.ts";
import {
  type Sheet,
  type SheetRule,
  newRule,
  rowOf,
  withInsisted,
  withRule,
  withRuleMoved,
} from "./sheet.ts";

/** Offered for adding, the usual ones first. */
const OFFERED: readonly Slot[] = [
  "shopDiscount",
  "shopThreshold",
  "shopCoupon",
  "member",
  "platformThreshold",
  "platformCoupon",
  "item",
  "redPacket",
  "deposit",
  "gift",
  "postage",
];

interface RuleRowsProps {
  readonly sheet: Sheet;
  readonly problems: ReadonlyMap<string, Problem>;
  readonly result: PriceResult | null;
  readonly onChange: (sheet: Sheet) => void;
}

/** The discounts in the order they are counted, each in the words an agent uses, with what it does beside it. */
export function RuleRows({ sheet, problems, result, onChange }: RuleRowsProps) {
  const { t, i18n } = useTranslation();
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<string | null>(null);
  const [over, setOver] = useState<number | null>(null);
  const { rules } = sheet;

  const put = (key: string, parts: Partial<SheetRule>): void =>
    onChange({
      ...sheet,
      rules: rules.map((rule) => (rule.key === key ? { ...rule, ...parts } : rule)),
    });
  const focusRow = (key: string | undefined): void =>
    focusSoon(() => (key ? list.current?.querySelector(`[data-row="${key}"] input`) : null));
  const add = (slot: Slot): void => {
    const rule = newRule(slot);
    onChange(withRule(sheet, rule));
    focusRow(rule.key);
  };
  const remove = (key: string): void => {
    const at = rules.findIndex((rule) => rule.key === key);
    onChange({ ...sheet, rules: rules.toSpliced(at, 1) });
    focusRow((rules[at + 1] ?? rules[at - 1])?.key);
  };
  const move = (key: string, to: number): void => {
    onChange(withRuleMoved(sheet, key, to));
    focusRow(key);
  };

  return (
    <section className="price-section" aria-label={t("price.rules")}>
      <ol className="price-rules" ref={list}>
        {rules.map((rule, at) => (
          <RuleRow
            key={rule.key}
            rule={rule}
            problem={problems.get(rule.key) ?? null}
            status={result && statusOf(rule.key, result, i18n.language as Locale)}
            over={over === at && dragged !== null && dragged !== rule.key}
            first={at === 0}
            last={at === rules.length - 1}
            onText={(text) => put(rule.key, { text })}
            onUse={(use) => put(rule.key, { use })}
            onInsist={(against) => onChange(withInsisted(sheet, rule.key, against.map(rowOf)))}
            onMove={(by) => move(rule.key, at + by)}
            onRemove={() => remove(rule.key)}
            onDrag={setDragged}
            onDragOver={() => setOver(at)}
            onDrop={() => {
              if (dragged !== null && over !== null) move(dragged, over);
              setDragged(null);
              setOver(null);
            }}
          />
        ))}
      </ol>
      <div className="price-add">
        {OFFERED.map((slot) => (
          <Button
            key={slot}
            size="small"
            icon={<PlusOutlined aria-hidden />}
            disabled={rules.length >= MOST_RULES}
            onClick={() => add(slot)}
          >
            {t(`price.slots.${slot}`)}
          </Button>
        ))}
        <CountingMenu
          counting={sheet.counting}
          onChange={(counting) => onChange({ ...sheet, counting })}
        />
      </div>
    </section>
  );
}
