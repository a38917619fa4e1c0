import { Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type UrgingReason, urgingReason } from "../../../shared/contract/review.ts";
import type { UrgingRow } from "../../../shared/contract/urging.ts";
import { useCall } from "../../api/hooks.ts";
import { keyName, useKeys } from "../../ui/keys.ts";
import { textsOf } from "../../ui/review/useReview.ts";
import { useScript } from "../../ui/review/useScript.ts";
import { EmptyState } from "../../ui/States.tsx";
import { useStored } from "../../ui/stored.ts";

interface ScriptPickerProps {
  readonly row: UrgingRow;
  readonly inHand: boolean;
  readonly whenInHand: (order: string) => Promise<boolean>;
}

/** A reason, the scripts about it, and the chosen one as it would go out. */
export function ScriptPicker({ row, inHand, whenInHand }: ScriptPickerProps) {
  const { t } = useTranslation();
  const [reason, setReason] = useStored<UrgingReason | null>("urging.reason", null);
  const [chosen, setChosen] = useState<string | null>(null);
  const { use, canPaste } = useScript();
  const { order, shop } = row;
  const scripts = useCall("urging.scripts", { reason, shop }, { keepPrevious: true }).data ?? [];
  const at = Math.max(
    0,
    scripts.findIndex(({ id }) => id === chosen),
  );
  const script = scripts[at];
  const urges = { order, reason };
  const review = useCall(
    "paste.review",
    { id: script?.id ?? "", urges },
    // Filled in for whoever is in hand.
    { enabled: script !== undefined && inHand, keepPrevious: true },
  ).data;
  const verb = t(canPaste ? "urging.paste" : "urging.copy");

  const pick = (next: UrgingReason | null): void => {
    setReason(next);
    setChosen(null);
  };
  const move = (by: number): void => {
    const next = scripts[Math.max(0, Math.min(scripts.length - 1, at + by))];
    if (next) setChosen(next.id);
  };
  const go = async (id: string | undefined): Promise<void> => {
    if (id !== undefined && (await whenInHand(order))) await use(id, undefined, urges);
  };
  useKeys(t("urging.keys.scope"), [
    ...urgingReason.options.map((each, index) => ({
      keys: String(index + 1),
      ...(index === 0 ? { shown: `1 – ${urgingReason.options.length}` } : {}),
      words: t("urging.keys.reason"),
      run: () => pick(each === reason ? null : each),
    })),
    { keys: "down", shown: "↑ ↓", words: t("urging.keys.script"), run: () => move(1) },
    { keys: "up", words: t("urging.keys.script"), run: () => move(-1) },
    {
      keys: "enter",
      words: t("urging.keys.paste"),
      run: (event) => {
        // Held down it would go on to the next order.
        if (event.repeat) return;
        // A button that has the keyboard does what it says.
        if (event.target instanceof HTMLButtonElement && !event.target.matches(".order-row"))
          event.target.click();
        else void go(script?.id);
      },
    },
  ]);

  return (
    <div className="order-scripts">
      <h3>{t("urging.reason.label")}</h3>
      <div className="reason-chips" role="radiogroup" aria-label={t("urging.reason.label")}>
        {urgingReason.options.map((each, index) => (
          <button
            key={each}
            type="button"
            role="radio"
            aria-checked={each === reason}
            onClick={() => pick(each === reason ? null : each)}
          >
            <small aria-hidden>{index + 1}</small> {t(`urging.reasons.${each}`)}
          </button>
        ))}
      </div>
      {scripts.length === 0 ? (
        <EmptyState
          sentence={t("urging.scripts.none")}
          action={<Button href="#/phrases">{t("urging.scripts.toPhrases")}</Button>}
          example={t("urging.scripts.noneExample")}
        />
      ) : (
        <div className="script-choice">
          <ul role="listbox" aria-label={t("urging.scripts.label")}>
            {scripts.map(({ id, title, body, fits }, index) => (
              <li
                key={id}
                role="option"
                aria-selected={index === at}
                className="script-row"
                onClick={() => setChosen(id)}
                onDoubleClick={() => void go(id)}
              >
                <span className="script-title">{title}</span>
                {reason !== null && fits && (
                  <span className="script-fits">{t("urging.scripts.fits")}</span>
                )}
                <span className="script-body">{body}</span>
              </li>
            ))}
          </ul>
          <div className="script-preview">
            <div className="script-go">
              <span className="urging-soft">{t("urging.scripts.preview")}</span>
              <Button type="primary" title={keyName("enter")} onClick={() => void go(script?.id)}>
                {verb} <kbd aria-hidden>Enter</kbd>
              </Button>
            </div>
            <p className="script-bubble">{review && textsOf(review).join("\n")}</p>
          </div>
        </div>
      )}
    </div>
  );
}
