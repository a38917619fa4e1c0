import { CloseOutlined, PlusOutlined } from "@ant-design/icons";
import { Button, Input } from "antd";
import { useTranslation } from "react-i18next";
import { PRODUCT_LIMITS, type ProductFields } from "../../../shared/contract/products.ts";
import { PhrasePicker } from "./PhrasePicker.tsx";

type Specs = ProductFields["specs"];
type Questions = ProductFields["questions"];

const replaced = <T,>(list: readonly T[], at: number, value: T): T[] =>
  list.map((each, index) => (index === at ? value : each));
const without = <T,>(list: readonly T[], at: number): T[] =>
  list.filter((_, index) => index !== at);

function Remove({ label, onClick }: { label: string; onClick: () => void }) {
  return (
    <Button
      type="text"
      size="small"
      icon={<CloseOutlined aria-hidden />}
      aria-label={label}
      onClick={onClick}
    />
  );
}

interface SpecsFieldProps {
  readonly value: Specs;
  readonly disabled: boolean;
  readonly onChange: (specs: Specs) => void;
}

/** What it measures, weighs, is made of: a name and a value per row. */
export function SpecsField({ value, disabled, onChange }: SpecsFieldProps) {
  const { t } = useTranslation();
  return (
    <div className="rows">
      {value.map((spec, at) => (
        // Rows have nothing of their own but their place.
        // oxlint-disable-next-line react/no-array-index-key
        <div className="rows-line rows-spec" key={at}>
          <Input
            value={spec.key}
            readOnly={disabled}
            maxLength={PRODUCT_LIMITS.specKey}
            aria-label={`${t("products.fields.specs")} ${at + 1}`}
            placeholder={t("products.placeholders.specKey")}
            onChange={(event) =>
              onChange(replaced(value, at, { ...spec, key: event.target.value }))
            }
          />
          <Input
            value={spec.value}
            readOnly={disabled}
            maxLength={PRODUCT_LIMITS.specValue}
            aria-label={`${spec.key || t("products.fields.specs")} ${at + 1}`}
            placeholder={t("products.placeholders.specValue")}
            onChange={(event) =>
              onChange(replaced(value, at, { ...spec, value: event.target.value }))
            }
          />
          {!disabled && (
            <Remove
              label={`${t("products.remove")} ${spec.key}`}
              onClick={() => onChange(without(value, at))}
            />
          )}
        </div>
      ))}
      {!disabled && value.length < PRODUCT_LIMITS.specs && (
        <Button
          size="small"
          type="dashed"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => onChange([...value, { key: "", value: "" }])}
        >
          {t("products.addSpec")}
        </Button>
      )}
    </div>
  );
}

interface QuestionsFieldProps {
  readonly value: Questions;
  /** Titles of the phrases that are there, by id. */
  readonly titles: ReadonlyMap<string, string>;
  readonly disabled: boolean;
  readonly onChange: (questions: Questions) => void;
  readonly onPhrase: (id: string, title: string) => void;
}

/** What buyers keep asking about it, each with the phrase that answers. */
export function QuestionsField(props: QuestionsFieldProps) {
  const { value, titles, disabled, onChange, onPhrase } = props;
  const { t } = useTranslation();
  return (
    <div className="rows">
      {value.map((each, at) => (
        // oxlint-disable-next-line react/no-array-index-key
        <div className="rows-line rows-question" key={at}>
          <Input
            value={each.question}
            readOnly={disabled}
            maxLength={PRODUCT_LIMITS.question}
            aria-label={`${t("products.fields.questions")} ${at + 1}`}
            placeholder={t("products.placeholders.question")}
            onChange={(event) =>
              onChange(replaced(value, at, { ...each, question: event.target.value }))
            }
          />
          <PhrasePicker
            value={each.phraseId}
            title={each.phraseId === null ? undefined : titles.get(each.phraseId)}
            label={`${t("products.placeholders.phrase")} ${at + 1}`}
            disabled={disabled}
            onChange={(phraseId, title) => {
              if (phraseId !== null) onPhrase(phraseId, title);
              onChange(replaced(value, at, { ...each, phraseId }));
            }}
          />
          {!disabled && (
            <Remove
              label={`${t("products.remove")} ${each.question}`}
              onClick={() => onChange(without(value, at))}
            />
          )}
        </div>
      ))}
      {!disabled && value.length < PRODUCT_LIMITS.questions && (
        <Button
          size="small"
          type="dashed"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => onChange([...value, { question: "", phraseId: null }])}
        >
          {t("products.addQuestion")}
        </Button>
      )}
    </div>
  );
}
