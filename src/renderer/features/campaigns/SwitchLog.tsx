import { useTranslation } from "react-i18next";
import type { SwitchEntry } from "../../../shared/contract/campaigns.ts";
import { Time } from "../../ui/Time.tsx";
import { momentWords } from "../../ui/moments.ts";

/** Who switched what, when and why; folded until it is asked for. */
export function SwitchLog({ lines }: { lines: readonly SwitchEntry[] }) {
  const { t, i18n } = useTranslation();
  const details = ({ until, shops, why, action, at }: SwitchEntry): string =>
    [
      until !== null && action !== "ended"
        ? t("campaigns.bar.until", { when: momentWords(until, at, i18n.language) })
        : "",
      shops.join("、"),
      why,
    ]
      .filter((part) => part !== "")
      .join(" · ");
  return (
    <details className="switch-log">
      <summary>{t("campaigns.log.title", { count: lines.length })}</summary>
      <ol>
        {lines.map((line) => (
          <li key={line.id}>
            <span className="switch-log-time">
              <Time at={line.at} />
            </span>
            <b>{line.name}</b>
            <span>{t(`campaigns.log.${line.action}`)}</span>
            <span className="campaign-soft">
              {[line.by, details(line)].filter((part) => part !== "").join(" · ")}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
