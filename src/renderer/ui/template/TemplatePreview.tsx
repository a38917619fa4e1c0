import { Segmented } from "antd";
import { useTranslation } from "react-i18next";
import type { TemplatePiece } from "../../../shared/contract/templates.ts";

interface TemplatePreviewProps {
  readonly pieces: readonly TemplatePiece[];
  readonly sample: boolean;
  /** True when it cannot be filled in: what is wrong stands above. */
  readonly broken: boolean;
  readonly onSample: (sample: boolean) => void;
}

/** What the text comes to, filled in with an example or for the customer in hand. */
export function TemplatePreview({ pieces, sample, broken, onSample }: TemplatePreviewProps) {
  const { t } = useTranslation();
  return (
    <section className="template-preview" aria-label={t("templates.preview")}>
      <header>
        <span>{t("templates.preview")}</span>
        <Segmented<"sample" | "current">
          size="small"
          aria-label={t("templates.previewWith")}
          value={sample ? "sample" : "current"}
          options={[
            { value: "sample", label: t("templates.withSample") },
            { value: "current", label: t("templates.withCurrent") },
          ]}
          onChange={(choice) => onSample(choice === "sample")}
        />
      </header>
      <p className="template-shown" data-broken={broken || undefined}>
        {broken
          ? t("templates.brokenPreview")
          : pieces.map((piece, index) =>
              piece.kind === "plain" ? (
                piece.text
              ) : (
                <span key={index} className={`template-${piece.kind}`}>
                  {piece.text}
                </span>
              ),
            )}
      </p>
    </section>
  );
}
