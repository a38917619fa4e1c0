import { Button } from "antd";
import { useMemo, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { Locale } from "../../../shared/contract/settings.ts";
import { finalPrice } from "../../../shared/rules/price/finalPrice.ts";
import { EmptyState } from "../../ui/States.tsx";
import { keyName, useKeys } from "../../ui/keys.ts";
import { useStored } from "../../ui/stored.ts";
import { Answer, type AnswerHandle } from "./Answer.tsx";
import { ItemRows } from "./ItemRows.tsx";
import { QuickLine, type QuickLineHandle } from "./QuickLine.tsx";
import { Receipt, Total } from "./Receipt.tsx";
import { RuleRows } from "./RuleRows.tsx";
import { SchemeBar, type SchemeBarHandle } from "./SchemeBar.tsx";
import {
  emptySheet,
  inLayers,
  isEmptyItem,
  isSheet,
  lineOf,
  readSheet,
  type Sheet,
  sheetOf,
} from "./sheet.ts";
import "./price.css";

/** What is typed into the line while it says something else than the rows. */
interface Typing {
  readonly text: string;
  /** The rows follow it. */
  readonly read: boolean;
}

/** The calculator of final prices: one line or rows, a receipt beside them, and the words for the buyer. */
export function PriceScreen() {
  const { t, i18n } = useTranslation();
  const locale = i18n.language as Locale;
  const [stored, setSheet] = useStored<unknown>("price.sheet", null);
  // What an older version kept may look different.
  const sheet = useMemo(() => (isSheet(stored) ? stored : emptySheet()), [stored]);
  const [typing, setTyping] = useState<Typing | null>(null);
  /** What a scheme or "clear" took the place of. */
  const [replaced, setReplaced] = useState<Sheet | null>(null);
  const line = useRef<QuickLineHandle>(null);
  const answer = useRef<AnswerHandle>(null);
  const schemes = useRef<SchemeBarHandle>(null);

  const { input, problems } = useMemo(() => readSheet(sheet), [sheet]);
  const result = useMemo(() => (input ? finalPrice(input) : null), [input]);
  const unfinished = typing !== null && !typing.read;

  const change = (next: Sheet): void => {
    setTyping(null);
    setReplaced(null);
    setSheet(inLayers(next));
  };
  const replace = (next: Sheet): void => {
    change(next);
    setReplaced(hasSomething(sheet) ? sheet : null);
  };
  const clear = (): void => {
    replace({ ...emptySheet(), counting: sheet.counting });
    line.current?.focus();
  };
  const type = (text: string): void => {
    setReplaced(null);
    if (text.trim() === "") {
      if (hasSomething(sheet)) setReplaced(sheet);
      setSheet({ ...emptySheet(), counting: sheet.counting });
      setTyping({ text, read: true });
      return;
    }
    const read = sheetOf(text, sheet);
    setTyping({ text, read: read.ok });
    if (read.ok) setSheet(inLayers(read.value));
  };
  /** One piece more or less of the first goods. */
  const step = (by: number): void => {
    const [first, ...rest] = sheet.items;
    if (!first || isEmptyItem(first)) return;
    const quantity = Math.max(1, (first.quantity ?? 0) + by);
    change({ ...sheet, items: [{ ...first, quantity }, ...rest] });
  };

  useKeys(t("price.keys.scope"), [
    {
      keys: "/",
      words: t("price.keys.line"),
      run: () => line.current?.focus(),
      whileTyping: false,
    },
    { keys: "mod+enter", words: t("price.keys.use"), run: () => answer.current?.use() },
    { keys: "alt+c", words: t("price.keys.copy"), run: () => answer.current?.copy() },
    { keys: "alt+up", words: t("price.keys.more"), run: () => step(1) },
    { keys: "alt+down", words: t("price.keys.fewer"), run: () => step(-1) },
    { keys: "alt+m", words: t("price.keys.scheme"), run: () => schemes.current?.open() },
    { keys: "mod+s", words: t("price.keys.save"), run: () => schemes.current?.save() },
    {
      keys: "alt+backspace",
      shown: `${keyName("alt")}+⌫`,
      words: t("price.keys.clear"),
      run: clear,
    },
  ]);

  return (
    <div className="price">
      <QuickLine
        ref={line}
        text={typing?.text ?? lineOf(sheet, locale)}
        onText={type}
        onUse={() => answer.current?.use()}
        onClear={clear}
        bringBack={
          replaced && (
            <Button type="link" size="small" onClick={() => change(replaced)}>
              {t("price.bringBack")}
            </Button>
          )
        }
      />
      <div className="price-panes">
        <div className="price-form">
          <SchemeBar ref={schemes} sheet={sheet} onTake={replace} />
          <ItemRows sheet={sheet} problems={problems} onChange={change} />
          <RuleRows sheet={sheet} problems={problems} result={result} onChange={change} />
        </div>
        <div className="price-result">
          {result ? (
            <>
              {unfinished && (
                <p className="price-stale" role="status">
                  {t("price.stale")}
                </p>
              )}
              <Total
                result={result}
                stale={unfinished}
                onQuantity={(quantity) =>
                  change({
                    ...sheet,
                    items: sheet.items.map((item) =>
                      isEmptyItem(item) || item.other ? item : { ...item, quantity },
                    ),
                  })
                }
              />
              <Answer ref={answer} result={result} blocked={unfinished || problems.size > 0} />
              <Receipt result={result} stale={unfinished} />
            </>
          ) : (
            <EmptyState
              sentence={t("price.empty")}
              action={EXAMPLES.map((each) => (
                <Button key={each} onClick={() => type(t(`price.tries.${each}`))}>
                  {t(`price.tries.${each}`)}
                </Button>
              ))}
            />
          )}
        </div>
      </div>
    </div>
  );
}

const EXAMPLES = ["plain", "several", "presale"] as const;

const hasSomething = ({ items, rules }: Sheet): boolean =>
  items.some((item) => !isEmptyItem(item)) || rules.some(({ text }) => text.trim() !== "");
