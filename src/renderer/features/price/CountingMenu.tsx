import { SettingOutlined } from "@ant-design/icons";
import { Button, Popover, Radio } from "antd";
import { useTranslation } from "react-i18next";
import type { PriceCounting } from "../../../shared/contract/price.ts";
import { USUAL_COUNTING } from "./sheet.ts";

interface CountingMenuProps {
  readonly counting: PriceCounting;
  readonly onChange: (counting: PriceCounting) => void;
}

/** How this shop's platform counts: order, what thresholds see, and how a discounted price is rounded. */
export function CountingMenu({ counting, onChange }: CountingMenuProps) {
  const { t } = useTranslation();
  const usual = (Object.keys(USUAL_COUNTING) as (keyof PriceCounting)[]).every(
    (key) => counting[key] === USUAL_COUNTING[key],
  );
  const content = (
    <div className="price-counting">
      <Choice
        label={t("price.counting.order")}
        value={counting.order}
        options={[
          ["layers", t("price.counting.layers")],
          ["listed", t("price.counting.listed")],
        ]}
        onChange={(order) => onChange({ ...counting, order })}
      />
      <Choice
        label={t("price.counting.base")}
        value={counting.base}
        options={[
          ["current", t("price.counting.current")],
          ["piece", t("price.counting.piece")],
          ["list", t("price.counting.list")],
        ]}
        onChange={(base) => onChange({ ...counting, base })}
      />
      <Choice
        label={t("price.counting.round")}
        value={counting.pieceUnit}
        options={[
          [1, t("price.counting.fen")],
          [10, t("price.counting.jiao")],
          [100, t("price.counting.yuan")],
        ]}
        onChange={(pieceUnit) => onChange({ ...counting, pieceUnit })}
      />
    </div>
  );
  return (
    <Popover content={content} trigger="click" placement="bottomRight">
      <Button
        size="small"
        type="text"
        className="price-counting-button"
        data-changed={!usual || undefined}
        icon={<SettingOutlined aria-hidden />}
      >
        {t("price.counting.title")}
      </Button>
    </Popover>
  );
}

interface ChoiceProps<T> {
  readonly label: string;
  readonly value: T;
  readonly options: readonly (readonly [T, string])[];
  readonly onChange: (value: T) => void;
}

function Choice<T extends string | number>({ label, value, options, onChange }: ChoiceProps<T>) {
  return (
    <div className="price-choice">
      <span>{label}</span>
      <Radio.Group
        aria-label={label}
        value={value}
        options={options.map(([each, words]) => ({ value: each, label: words }))}
        onChange={(event) => onChange(event.target.value as T)}
      />
    </div>
  );
}
