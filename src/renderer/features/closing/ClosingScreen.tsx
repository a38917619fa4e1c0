import { Button } from "antd";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import { useCurrentCustomer } from "../../api/customer.ts";
import { useCall } from "../../api/hooks.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { useKeys } from "../../ui/keys.ts";
import { useScript } from "../../ui/review/useScript.ts";
import "./closing.css";

const DIGITS = ["1", "2", "3", "4", "5", "6", "7", "8", "9"] as const;

/** 结束语: every form of ending with its lines, the likely one first. */
export function ClosingScreen() {
  const { t } = useTranslation();
  const customer = useCurrentCustomer();
  const shop = useCall("settings.get", {}).data?.shop ?? "";
  const lines = useCall("closing.lines", { shop: customer?.shop || shop }, { keepPrevious: true });
  const { use, canPaste } = useScript();
  const list = useRef<HTMLDivElement>(null);
  const suggested = lines.data?.forms[0]?.rows ?? [];

  useKeys(t("closing.keys.scope"), [
    ...DIGITS.map((digit) => ({
      keys: digit,
      ...(digit === "1" ? { shown: "1 – 9" } : {}),
      words: t("closing.keys.pick"),
      run: () => {
        const row = suggested[Number(digit) - 1];
        if (row) void use(row.id);
      },
    })),
    { keys: "down", shown: "↑ ↓", words: t("closing.keys.walk") },
    { keys: "enter", words: t("closing.keys.use") },
  ]);

  const walk = (event: KeyboardEvent): void => {
    const by = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const rows = [...(list.current?.querySelectorAll<HTMLElement>(".closing-row") ?? [])];
    const at = rows.indexOf(document.activeElement as HTMLElement);
    rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.focus();
  };

  if (lines.isError) return <ErrorState error={lines.error} onRetry={() => void lines.refetch()} />;
  if (!lines.data) return null;
  const { forms, why, suggested: likely } = lines.data;
  if (forms.every(({ rows }) => rows.length === 0))
    return (
      <EmptyState
        sentence={t("closing.empty")}
        action={
          <Button type="primary" href="#/settings">
            {t("settings.starter.add")}
          </Button>
        }
        example={t("closing.example")}
      />
    );
  return (
    <div className="closing" ref={list} onKeyDown={walk}>
      <header>
        <h1>{t("closing.title")}</h1>
        <p className="closing-soft">{t("closing.lead")}</p>
      </header>
      {forms.map(({ form, rows }) => (
        <section
          key={form}
          aria-labelledby={`closing-${form}`}
          data-likely={form === likely || undefined}
        >
          <h2 id={`closing-${form}`}>
            {t(`closing.forms.${form}`)}
            {form === likely && <span className="closing-likely">{t("closing.suggested")}</span>}
          </h2>
          {form === likely && (
            <p className="closing-soft">
              {t(`closing.why.${why}`, { name: customer?.name || customer?.order || "" })}
            </p>
          )}
          {rows.length === 0 && <p className="closing-soft">{t("closing.none")}</p>}
          {rows.map((row, index) => (
            <Line
              key={row.id}
              row={row}
              digit={form === likely && index < 9 ? index + 1 : null}
              verb={t(canPaste ? "closing.paste" : "closing.copy")}
              onUse={() => void use(row.id)}
            />
          ))}
        </section>
      ))}
    </div>
  );
}

interface LineProps {
  readonly row: PhraseRow;
  /** The key that uses it at once. */
  readonly digit: number | null;
  readonly verb: string;
  readonly onUse: () => void;
}

function Line({ row, digit, verb, onUse }: LineProps) {
  return (
    <button type="button" className="closing-row" onClick={onUse} title={`${verb}: ${row.title}`}>
      <kbd aria-hidden>{digit ?? ""}</kbd>
      <span className="closing-title">{row.title}</span>
      <span className="closing-body">{row.body}</span>
      <span className="closing-verb" aria-hidden>
        {verb}
      </span>
    </button>
  );
}
