import { DeleteOutlined } from "@ant-design/icons";
import { Button, type RefSelectProps, Select } from "antd";
import { type Ref, useImperativeHandle, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PriceScheme } from "../../../shared/contract/price.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { useUndo } from "../../ui/Undo.tsx";
import { SaveScheme } from "./SaveScheme.tsx";
import { type Sheet, hasRulesOf, withScheme } from "./sheet.ts";

export interface SchemeBarHandle {
  open(): void;
  save(): void;
}

interface SchemeBarProps {
  readonly ref: Ref<SchemeBarHandle>;
  readonly sheet: Sheet;
  readonly onTake: (sheet: Sheet) => void;
}

/** The shop's saved discounts: chosen in one stroke, kept under a name, deleted with undo. */
export function SchemeBar({ ref, sheet, onTake }: SchemeBarProps) {
  const { t } = useTranslation();
  const select = useRef<RefSelectProps>(null);
  const [open, setOpen] = useState(false);
  const [saving, setSaving] = useState(false);
  const schemes = useCall("price.schemes", {}).data ?? [];
  const shop = useCall("settings.get", {}).data?.shop ?? "";
  const used = useAct("price.used", { quiet: true });
  const remove = useAct("price.remove");
  const undo = useUndo();

  const chosen = schemes.find((scheme) => hasRulesOf(sheet, scheme)) ?? null;
  const writable = sheet.rules.some(({ text }) => text.trim() !== "");
  const save = (): void => {
    if (writable) setSaving(true);
  };
  useImperativeHandle(ref, () => ({
    open: () => {
      select.current?.focus();
      setOpen(true);
    },
    save,
  }));

  const take = (id: string): void => {
    const scheme = schemes.find((each) => each.id === id);
    if (!scheme) return;
    onTake(withScheme(sheet, scheme));
    used.mutate({ id });
  };
  const drop = (scheme: PriceScheme): void =>
    remove.mutate(
      { id: scheme.id },
      {
        onSuccess: ({ historyId }) =>
          undo.offer({ historyId, sentence: t("price.scheme.removed", { name: scheme.name }) }),
      },
    );
  const shopOf = (scheme: PriceScheme): string => scheme.shop || t("price.scheme.everyShop");
  // The served shop first, then what holds for every shop, then the others.
  const rank = (scheme: PriceScheme): number =>
    scheme.shop === shop ? 0 : scheme.shop === "" ? 1 : 2;
  const groups = [...new Set(schemes.toSorted((a, b) => rank(a) - rank(b)).map(shopOf))];

  return (
    <div className="price-schemes">
      <Select<string, SchemeOption>
        ref={select}
        className="price-scheme-select"
        aria-label={t("price.scheme.choose")}
        placeholder={t("price.scheme.choose")}
        open={open}
        onOpenChange={setOpen}
        value={chosen?.id ?? null}
        showSearch={{ optionFilterProp: "label" }}
        notFoundContent={<span className="price-soft">{t("price.scheme.none")}</span>}
        options={groups.map((group) => ({
          label: group,
          title: group,
          options: schemes
            .filter((scheme) => shopOf(scheme) === group)
            .map(({ id, name, rules }) => ({
              value: id,
              label: name,
              words: rules.map(({ text }) => text).join(" "),
            })),
        }))}
        optionRender={drawOption}
        onSelect={take}
      />
      {chosen && (
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t("price.scheme.remove", { name: chosen.name })}
          title={t("price.scheme.remove", { name: chosen.name })}
          loading={remove.isPending}
          onClick={() => drop(chosen)}
        />
      )}
      <Button
        disabled={!writable || chosen !== null}
        title={writable ? undefined : t("price.scheme.nothing")}
        onClick={save}
      >
        {t("price.scheme.save")}
      </Button>
      {saving && (
        <SaveScheme sheet={sheet} schemes={schemes} shop={shop} onClose={() => setSaving(false)} />
      )}
    </div>
  );
}

interface SchemeOption {
  readonly value?: string;
  readonly label: string;
  /** Its rules in a row. */
  readonly words?: string;
}

function drawOption({ data }: { readonly data: SchemeOption }) {
  return (
    <span className="price-scheme-option">
      <span>{data.label}</span>
      <small>{data.words}</small>
    </span>
  );
}
