import { defaultAuthority } from "./complaints/authority.ts";
import type { Settings } from "../contract/settings.ts";

/** What a new data folder starts with. */
export const defaultSettings: Settings = {
  locale: null,
  theme: "system",
  // Free in 千牛, 微信, QQ and 钉钉, and in the usual input methods.
  paletteHotkey: "Ctrl+Alt+Space",
  questionHotkey: "Ctrl+Alt+Q",
  feedbackHotkey: "Ctrl+Alt+F",
  feedbackDepartments: [],
  panelHotkey: "Ctrl+Alt+P",
  panel: { open: false, side: "right", width: 300 },
  promiseHotkey: "Ctrl+Alt+J",
  shop: "",
  abbreviations: {
    on: false,
    sign: ";",
    // Where the sign is part of the work, or secrets are typed.
    excluded: [
      ...["1password", "bitwarden", "keepass", "keepassxc", "lastpass"],
      ...["cmd", "powershell", "pwsh", "windowsterminal", "wt", "mstsc", "terminal", "iterm2"],
      ...["gnome-terminal-server", "konsole", "xterm", "code", "devenv", "idea64", "xcode"],
    ],
  },
  bubbleLimit: 120,
  starterAnswered: false,
  agentName: "",
  agentNumber: "",
  customerDays: 30,
  complaints: defaultAuthority,
  promises: { remindMinutes: [30, 0], dayAt: "17:00" },
  applications: {},
};
