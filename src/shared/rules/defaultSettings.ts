import type { Settings } from "../contract/settings.ts";

/** What a new data folder starts with. */
export const defaultSettings: Settings = {
  locale: null,
  theme: "system",
  // Free in 千牛, 微信, QQ and 钉钉, and in the usual input methods.
  paletteHotkey: "Ctrl+Alt+Space",
  questionHotkey: "Ctrl+Alt+Q",
  shop: "",
  starterAnswered: false,
  agentName: "",
  agentNumber: "",
  customerDays: 30,
  applications: {},
};
