import { Select } from "antd";
import { useTranslation } from "react-i18next";
import { CAMPAIGN_LIMITS } from "../../../shared/contract/campaigns.ts";
import { useCall } from "../../api/hooks.ts";

interface ShopsFieldProps {
  readonly id?: string;
  readonly label: string;
  readonly value: readonly string[];
  readonly size?: "small" | "middle";
  readonly onChange: (shops: string[]) => void;
}

/** Shops by name: those of the library are offered, others can be typed. None: every shop. */
export function ShopsField({ id, label, value, size = "middle", onChange }: ShopsFieldProps) {
  const { t } = useTranslation();
  const known = useCall("phrases.shops", {}).data ?? [];
  const serving = useCall("settings.get", {}).data?.shop ?? "";
  const names = [...new Set([...known, serving].filter((shop) => shop !== ""))];
  return (
    <Select
      {...(id === undefined ? {} : { id })}
      className="wide"
      mode="tags"
      size={size}
      aria-label={label}
      value={[...value]}
      maxCount={CAMPAIGN_LIMITS.shops}
      tokenSeparators={[",", "，", "、", ";", "；"]}
      placeholder={t("campaigns.everyShop")}
      options={names.map((shop) => ({ value: shop }))}
      onChange={(shops: string[]) =>
        onChange(
          [...new Set(shops.map((shop) => shop.trim().slice(0, CAMPAIGN_LIMITS.shop)))].filter(
            Boolean,
          ),
        )
      }
    />
  );
}
