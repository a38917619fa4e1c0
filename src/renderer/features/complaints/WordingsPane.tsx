import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { ComplaintText, ComplaintWording } from "../../../shared/contract/complaints.ts";
import { useCall } from "../../api/hooks.ts";
import { ErrorState } from "../../ui/States.tsx";
import { useKeys } from "../../ui/keys.ts";
import { type TextUse, useTextUse } from "../../ui/useTextUse.ts";
import { useNames } from "./useNames.ts";

/** Texts that have a key. */
const KEYED = 9;

/** What to say now, filled with the case's facts: one press or one key puts it into the chat. */
export function WordingsPane({ id }: { id: string }) {
  const { t } = useTranslation();
  const found = useCall("complaints.wordings", { id }, { keepPrevious: true });
  const use = useTextUse({
    title: t("complaints.wordings.pasteTitle"),
    copied: (keys) => t("complaints.wordings.copied", { keys }),
    refused: (detail, keys) => t("complaints.wordings.refused", { detail, keys }),
  });
  const { wordings = [], now = [] } = found.data ?? {};
  const present = now.flatMap((kind) => wordings.filter((each) => each.kind === kind));
  const others = wordings.filter(({ kind }) => !now.includes(kind));
  // Numbers run over what can be sent now.
  const numbered = present
    .flatMap(({ texts }) => texts)
    .filter(({ unfilled }) => unfilled.length === 0)
    .slice(0, KEYED);
  useKeys(
    t("complaints.tabs.wordings"),
    numbered.map((text, at) => ({
      keys: String(at + 1),
      shown: at === 0 && numbered.length > 1 ? `1 – ${numbered.length}` : String(at + 1),
      words: t("complaints.keys.paste"),
      run: () => void use.paste(text.text),
    })),
  );
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const keyOf = (text: ComplaintText): number | null => {
    const at = numbered.findIndex((each) => each.id === text.id && each.text === text.text);
    return at === -1 ? null : at + 1;
  };
  return (
    <div className="case-wordings">
      <h3>{t("complaints.wordings.now")}</h3>
      {present.map((wording) => (
        <Wording key={wording.kind} wording={wording} use={use} keyOf={keyOf} />
      ))}
      {others.length > 0 && (
        <details>
          <summary>{t("complaints.wordings.others")}</summary>
          {others.map((wording) => (
            <Wording key={wording.kind} wording={wording} use={use} keyOf={keyOf} />
          ))}
        </details>
      )}
    </div>
  );
}

function Wording(props: {
  readonly wording: ComplaintWording;
  readonly use: TextUse;
  readonly keyOf: (text: ComplaintText) => number | null;
}) {
  const { wording, use, keyOf } = props;
  const { t } = useTranslation();
  const names = useNames();
  return (
    <section className="case-wording" aria-label={names.wordings[wording.kind]}>
      <h4>{names.wordings[wording.kind]}</h4>
      <ul>
        {wording.texts.map((text) => {
          const key = keyOf(text);
          return (
            <li key={text.id} data-unfilled={text.unfilled.length > 0 || undefined}>
              <p>{text.text}</p>
              <footer>
                {key !== null && <kbd>{key}</kbd>}
                {text.special && (
                  <span className="complaint-kind">{t("complaints.wordings.special")}</span>
                )}
                {text.unfilled.length > 0 && (
                  <span className="case-warn">
                    {t("complaints.wordings.unfilled", {
                      names: text.unfilled
                        .map((fact) => t(`complaints.wordings.facts.${fact}`))
                        .join(t("complaints.wordings.and")),
                    })}
                  </span>
                )}
                <span className="complaint-gap" />
                <Button
                  size="small"
                  disabled={text.unfilled.length > 0}
                  onClick={() => void use.paste(text.text)}
                >
                  {t(use.canPaste ? "complaints.wordings.paste" : "complaints.wordings.copy")}
                </Button>
              </footer>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
