import { SearchOutlined } from "@ant-design/icons";
import { AutoComplete, Input } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import { useCall } from "../../api/hooks.ts";
import { useSettled } from "../../ui/settled.ts";

interface PhrasePickerProps {
  readonly label: string;
  readonly taken: ReadonlySet<string>;
  readonly onPick: (phrase: PhraseRow) => void;
}

/** As many are offered at once. */
const OFFERED = 20;

/**
 * Finds a phrase by text, pinyin or code and adds it. It asks the library and not the palette's search: that one
 * hides what belongs to a set that is not on, and such a phrase may well belong to the next set too.
 */
export function PhrasePicker({ label, taken, onPick }: PhrasePickerProps) {
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const [open, setOpen] = useState(false);
  const asked = useSettled(text, 80);
  const found = useCall(
    "phrases.query",
    { text: asked, limit: OFFERED },
    { enabled: open, keepPrevious: true },
  );
  const rows = found.data?.rows ?? [];
  return (
    <AutoComplete
      className="wide"
      value={text}
      open={open}
      defaultActiveFirstOption
      options={rows.map((row) => ({
        value: row.id,
        disabled: taken.has(row.id),
        label: (
          <span className="picker-row">
            <b>{row.title}</b>
            {row.shortcut !== "" && <code>{row.shortcut}</code>}
            <span>{taken.has(row.id) ? t("campaigns.editor.alreadyIn") : row.body}</span>
          </span>
        ),
      }))}
      notFoundContent={
        found.data ? t("campaigns.editor.notFound", { text: text.trim() }) : undefined
      }
      onOpenChange={setOpen}
      onSearch={(next) => {
        setText(next);
        setOpen(true);
      }}
      onSelect={(id: string) => {
        const row = rows.find((each) => each.id === id);
        if (row) onPick(row);
        setText("");
      }}
    >
      <Input
        size="small"
        aria-label={label}
        prefix={<SearchOutlined aria-hidden />}
        placeholder={t("campaigns.editor.pickHint")}
        maxLength={200}
      />
    </AutoComplete>
  );
}
