import { theme as antd, type ThemeConfig } from "antd";
import { type ThemeName, type Tokens, tokens } from "./tokens.ts";

/**
 * Ant Design's theme from our tokens. Nothing moves: what opens is there for the very next key or click, while a dialog
 * still growing loses both, and a loading sign whose leaving is cut short stays for good.
 */
export function antdTheme(name: ThemeName): ThemeConfig {
  const t = tokens[name];
  return {
    algorithm: name === "dark" ? antd.darkAlgorithm : antd.defaultAlgorithm,
    token: {
      colorPrimary: t.accent,
      colorInfo: t.accent,
      colorLink: t.accent,
      colorWarning: t.warning,
      colorWarningBg: t.warningSoft,
      colorError: t.danger,
      colorErrorBg: t.dangerSoft,
      colorInfoBg: t.accentSoft,
      colorSuccessBg: t.accentSoft,
      colorBgBase: t.surface,
      colorBgLayout: t.ground,
      colorBgContainer: t.surface,
      colorBgElevated: t.raised,
      colorBorder: t.border,
      colorBorderSecondary: t.border,
      colorTextBase: t.text,
      colorText: t.text,
      colorTextSecondary: t.textSoft,
      colorTextTertiary: t.textFaint,
      colorTextDescription: t.textFaint,
      colorTextPlaceholder: t.textFaint,
      controlItemBgActive: t.accentSoft,
      controlItemBgActiveHover: t.accentSoft,
      controlItemBgHover: t.hover,
      // Of the language, as the root says (tokens.css): each has characters and marks of its own.
      fontFamily: "inherit",
      fontSize: 14,
      lineHeight: 1.5,
      borderRadius: 6,
      controlHeight: 32,
      motion: false,
      wireframe: false,
    },
    components: {
      TreeSelect: {
        nodeSelectedBg: t.accentSoft,
        nodeHoverBg: t.hover,
        nodeSelectedColor: t.accentText,
      },
      // Below the mask of a dialog.
      Notification: { zIndexPopup: 960, width: 320 },
      Splitter: { splitBarSize: 1, splitTriggerSize: 7 },
      Button: { primaryShadow: "none", defaultShadow: "none", dangerShadow: "none" },
    },
  };
}

const variable = (name: string): string =>
  `--${name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`)}`;

/** Puts the tokens on the document as CSS variables ("textSoft" becomes --text-soft). */
export function applyTokens(name: ThemeName, element: HTMLElement): void {
  for (const [key, value] of Object.entries(tokens[name]) as [keyof Tokens, string][]) {
    element.style.setProperty(variable(key), value);
  }
  element.style.colorScheme = name;
  element.dataset["theme"] = name;
}
