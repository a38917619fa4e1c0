import { useEffect } from "react";
import type { Locale, Settings } from "../../shared/contract/settings.ts";
import { useCall } from "../api/hooks.ts";
import { setLocale } from "../i18n/i18n.ts";
import { machineLocale } from "../i18n/locale.ts";
import { useMedia } from "../ui/media.ts";
import { readStored, writeStored } from "../ui/stored.ts";
import type { ThemeName } from "./tokens.ts";
import { applyTokens } from "./theme.ts";

type Remembered = Pick<Settings, "locale" | "theme">;
const KEY = "preferences";

/** Language and theme: as set, else as the machine has them. Remembered, so that the first frame is right. */
export function usePreferences(): { locale: Locale; theme: ThemeName } {
  const { data } = useCall("settings.get", {});
  const wanted: Remembered = data ??
    readStored<Remembered>(KEY) ?? { locale: null, theme: "system" };
  const machineDark = useMedia("(prefers-color-scheme: dark)");
  const locale = wanted.locale ?? machineLocale(navigator.languages);
  const theme = wanted.theme === "system" ? (machineDark ? "dark" : "light") : wanted.theme;

  useEffect(() => {
    if (data) writeStored(KEY, { locale: data.locale, theme: data.theme });
  }, [data]);
  useEffect(() => applyTokens(theme, document.documentElement), [theme]);
  useEffect(() => setLocale(locale), [locale]);
  return { locale, theme };
}
