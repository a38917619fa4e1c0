import { useCallback, useEffect, useState } from "react";
import type { Locale, Settings } from "../../../shared/contract/settings.ts";
import { call, on } from "../../api/client.ts";
import { machineLocale } from "../../i18n/locale.ts";

export interface Surroundings {
  readonly locale: Locale;
  readonly shop: string;
  readonly shops: readonly string[];
  /** False where there is no desktop to paste into: choosing copies. Null until the core has said. */
  readonly canPaste: boolean | null;
}

/** Theme, language, shop and abilities around the palette, kept fresh; an unreachable core leaves them as they are. */
export function useSurroundings() {
  const [around, setAround] = useState<Surroundings>({
    locale: machineLocale(navigator.languages),
    shop: "",
    shops: [],
    canPaste: null,
  });

  const adopt = useCallback((settings: Settings) => {
    const locale = settings.locale ?? machineLocale(navigator.languages);
    document.documentElement.lang = locale;
    // "system" needs no attribute: the style sheet follows prefers-color-scheme.
    if (settings.theme === "system") delete document.documentElement.dataset["theme"];
    else document.documentElement.dataset["theme"] = settings.theme;
    setAround((now) => ({ ...now, locale, shop: settings.shop }));
  }, []);

  const refresh = useCallback(() => {
    const keep = (): void => undefined;
    call("settings.get", {}).then(adopt).catch(keep);
    call("system.status", {})
      .then(({ canPaste }) => setAround((now) => ({ ...now, canPaste })))
      .catch(keep);
    call("phrases.shops", {})
      .then((shops) => setAround((now) => ({ ...now, shops })))
      .catch(keep);
  }, [adopt]);

  useEffect(() => {
    refresh();
    return on("settings.changed", adopt);
  }, [refresh, adopt]);

  const serve = useCallback((shop: string) => {
    setAround((now) => ({ ...now, shop }));
    call("settings.set", { shop }).catch(() => undefined);
  }, []);

  return { around, refresh, serve };
}
