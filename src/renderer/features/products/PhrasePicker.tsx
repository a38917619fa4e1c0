import { Select } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../../api/hooks.ts";

const SHOWN = 20;

interface PhrasePickerProps {
  readonly value: string | null;
  /** The title of the phrase chosen, when it is known; undefined: it is gone. */
  readonly title: string | undefined;
  readonly label: string;
  readonly disabled: boolean;
  readonly onChange: (phraseId: string | null, title: string) => void;
}

const drawOption = ({ data }: { data: { label: string; body: string } }) => (
  <div className="phrase-option">
    <b>{data.label}</b>
    <span>{data.body}</span>
  </div>
);

/** Chooses a phrase by typing a few letters of it, as in the palette. */
export function PhrasePicker({ value, title, label, disabled, onChange }: PhrasePickerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const { data, isFetching } = useCall(
    "search.query",
    { text, limit: SHOWN },
    { enabled: open, keepPrevious: true },
  );
  const found = (data?.hits ?? []).map(({ phrase }) => ({
    value: phrase.id,
    label: phrase.title || phrase.body,
    body: phrase.body,
  }));
  const known = value !== null && !found.some((each) => each.value === value);
  const chosen = known ? [{ value, label: title ?? t("products.phraseGone"), body: "" }] : [];
  return (
    <Select
      className="wide"
      aria-label={label}
      value={value}
      disabled={disabled}
      allowClear
      showSearch={{ filterOption: false, onSearch: setText }}
      open={open}
      status={value !== null && title === undefined ? "warning" : ""}
      placeholder={t("products.placeholders.phrase")}
      options={[...(open ? [] : chosen), ...found]}
      notFoundContent={isFetching ? null : t("products.phraseNone")}
      optionRender={drawOption}
      onOpenChange={setOpen}
      onChange={(next: string | undefined) => {
        const label = found.find((each) => each.value === next)?.label ?? "";
        onChange(next ?? null, label);
      }}
    />
  );
}
