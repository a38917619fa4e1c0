import { useTranslation } from "react-i18next";
import { isKnownProgram } from "../../../shared/rules/applicationProfiles.ts";

/** Gives the name people know a program by; its file name where there is none. */
export function useProgramTitle(): (program: string) => string {
  const { t } = useTranslation();
  return (program) => (isKnownProgram(program) ? t(`settings.known.${program}`) : program);
}
