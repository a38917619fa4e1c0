import { CopyOutlined, SendOutlined } from "@ant-design/icons";
import { Button, Checkbox, Segmented } from "antd";
import { type Ref, useImperativeHandle } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "../../../shared/contract/settings.ts";
import { type ExplainStyle, explain, hintSentences } from "../../../shared/rules/price/explain.ts";
import type { PriceResult } from "../../../shared/rules/price/types.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { keyName } from "../../ui/keys.ts";
import { useStored } from "../../ui/stored.ts";
import { useTextUse } from "../../ui/useTextUse.ts";

export interface AnswerHandle {
  /** Pastes, or copies where nothing can be pasted. */
  use(): void;
  copy(): void;
}

interface AnswerProps {
  readonly ref: Ref<AnswerHandle>;
  readonly result: PriceResult;
  /** Something is marked red: what is shown is not what was meant. */
  readonly blocked: boolean;
}

const STYLES: readonly ExplainStyle[] = ["buyer", "short", "detailed"];

/** The words for the buyer, and the way into the chat. */
export function Answer({ ref, result, blocked }: AnswerProps) {
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const notify = useNotify();
  const { canPaste, paste, copy } = useTextUse({
    title: t("price.title"),
    copied: (keys) => t("price.answer.copied", { keys }),
    refused: (detail, keys) => t("price.answer.copyRefused", { detail, keys }),
  });
  const [style, setStyle] = useStored<ExplainStyle>("price.style", "buyer");
  const [withHints, setWithHints] = useStored("price.hints", false);
  const text = explain(result, locale, style, { hints: withHints });
  const hints = hintSentences(result, locale);

  const unless = (act: (words: string) => Promise<unknown>) => (): void => {
    if (blocked) notify("warning", t("price.fixFirst"));
    else void act(text);
  };
  const pasteNow = unless(paste);
  const copyNow = unless(copy);
  useImperativeHandle(ref, () => ({ use: pasteNow, copy: copyNow }));

  const copyButton = (
    <Button
      icon={<CopyOutlined aria-hidden />}
      type={canPaste ? "default" : "primary"}
      disabled={blocked}
      title={keyName(canPaste ? "alt+c" : "mod+enter")}
      onClick={copyNow}
    >
      {t("price.answer.copy")}
    </Button>
  );
  return (
    <section className="price-answer" aria-label={t("price.answer.title")}>
      {hints.length > 0 && (
        <ul className="price-hints">
          {hints.map((hint) => (
            <li key={hint}>{hint}</li>
          ))}
        </ul>
      )}
      <div className="price-answer-head">
        <Segmented<ExplainStyle>
          size="small"
          value={style}
          options={STYLES.map((value) => ({ value, label: t(`price.answer.${value}`) }))}
          onChange={setStyle}
        />
        <Checkbox
          checked={withHints}
          disabled={hints.length === 0}
          onChange={(event) => setWithHints(event.target.checked)}
        >
          {t("price.answer.hints")}
        </Checkbox>
        <span className="price-soft">{t("price.answer.length", { count: text.length })}</span>
      </div>
      <div className="price-bubble" lang={locale} data-stale={blocked || undefined}>
        {text}
      </div>
      <div className="price-answer-actions">
        {canPaste && (
          <Button
            type="primary"
            icon={<SendOutlined aria-hidden />}
            disabled={blocked}
            title={keyName("mod+enter")}
            onClick={pasteNow}
          >
            {t("price.answer.paste")}
          </Button>
        )}
        {copyButton}
        {blocked && <span className="price-problem">{t("price.fixFirst")}</span>}
      </div>
    </section>
  );
}
