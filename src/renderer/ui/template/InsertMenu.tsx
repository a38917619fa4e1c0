import { PlusOutlined } from "@ant-design/icons";
import { Select } from "antd";
import { useTranslation } from "react-i18next";
import type { Locale } from "../../../shared/contract/settings.ts";
import type { TemplateName, TemplateNameGroup } from "../../../shared/contract/templates.ts";
import { useCall } from "../../api/hooks.ts";
import { useNameWords } from "./nameWords.ts";

interface InsertMenuProps {
  readonly onInsert: (name: TemplateName) => void;
  /** Told when the list closes without a choice: the keyboard goes back to the text. */
  readonly onLeave: () => void;
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly name: TemplateName;
  /** What is searched. */
  readonly words: string;
}

const drawOption = ({ label, name }: Option) => (
  <span className="template-option">
    <span>{label}</span>
    <span className="template-sample">{name.sample}</span>
  </span>
);

/** Everything that can be put into a text, group by group, each with what it comes to; typing narrows it down. */
export function InsertMenu({ onInsert, onLeave }: InsertMenuProps) {
  const { t, i18n } = useTranslation();
  const { data = [] } = useCall("templates.names", { locale: i18n.language as Locale });
  const wordsOf = useNameWords();
  const groups = [...new Set(data.map((name) => name.group))] as TemplateNameGroup[];
  const options = groups.map((group) => ({
    label: t(`templates.groups.${group}`),
    title: group,
    options: data
      .filter((name) => name.group === group)
      .map((name): Option => {
        const label = wordsOf(name);
        const words = `${label} ${name.name} ${name.insert}`.toLowerCase();
        return { value: name.key, label, name, words };
      }),
  }));
  return (
    <Select<string, Option>
      className="template-insert"
      size="small"
      aria-label={t("templates.insert")}
      value={null}
      placeholder={
        <>
          <PlusOutlined aria-hidden /> {t("templates.insert")}
        </>
      }
      suffixIcon={null}
      popupMatchSelectWidth={380}
      listHeight={380}
      options={options as unknown as Option[]}
      showSearch={{
        filterOption: (input, option) => option?.words?.includes(input.toLowerCase()) ?? false,
      }}
      notFoundContent={t("templates.nothingToInsert")}
      optionRender={({ data: option }) => drawOption(option)}
      onSelect={(_key, option) => onInsert(option.name)}
      onKeyDown={(event) => {
        if (event.key === "Escape") onLeave();
      }}
    />
  );
}
