import { WarningOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { TemplateProblem } from "../../../shared/contract/templates.ts";
import { sentence } from "../../i18n/i18n.ts";
import "./template.css";

/** Says in a list that a phrase cannot be filled in, and why. */
export function BrokenMark({ problem: { code, params } }: { problem: TemplateProblem }) {
  const { t } = useTranslation();
  const words = t("templates.brokenPhrase", { reason: sentence(code, params) });
  return <WarningOutlined className="template-broken" aria-label={words} title={words} />;
}
