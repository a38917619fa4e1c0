import { useTranslation } from "react-i18next";
import type { Locale } from "../../../shared/contract/settings.ts";
import { type ComplaintGuide, complaintGuide } from "../../../shared/rules/complaints/guide.ts";
import { type ComplaintNames, complaintNames } from "../../../shared/rules/complaints/names.ts";

/** What kinds, stages, duties … are called in the present language. */
export function useNames(): ComplaintNames {
  const { i18n } = useTranslation();
  return complaintNames(i18n.language as Locale);
}

/** How to go about a complaint, in the present language. */
export function useGuide(): ComplaintGuide {
  const { i18n } = useTranslation();
  return complaintGuide(i18n.language as Locale);
}
