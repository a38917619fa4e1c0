/** The colours of both themes, named by what they are for. The only place colours are written. */
export interface Tokens {
  /** Behind everything. */
  ground: string;
  /** Lists and forms. */
  surface: string;
  /** Menus, bars and dialogs over the rest. */
  raised: string;
  hover: string;
  border: string;
  text: string;
  textSoft: string;
  /** Smallest print; still at least 4.5:1 on surface. */
  textFaint: string;
  accent: string;
  accentSoft: string;
  accentText: string;
  warning: string;
  warningSoft: string;
  danger: string;
  dangerSoft: string;
  /** Told apart from the others where several things have a colour of their own: sets on the calendar. */
  blue: string;
  blueSoft: string;
  violet: string;
  violetSoft: string;
  pink: string;
  pinkSoft: string;
  /** Behind matched letters. */
  mark: string;
  shadow: string;
}

export type ThemeName = "light" | "dark";

export const tokens: Readonly<Record<ThemeName, Tokens>> = {
  light: {
    ground: "#f4f6f6",
    surface: "#ffffff",
    raised: "#ffffff",
    hover: "#eff3f3",
    border: "#dfe5e5",
    text: "#1b2424",
    textSoft: "#4d5a5a",
    textFaint: "#687575",
    accent: "#0b7a75",
    accentSoft: "#dff1ef",
    accentText: "#075e5a",
    warning: "#a35f00",
    warningSoft: "#fdf1da",
    danger: "#c22f2f",
    dangerSoft: "#fdeaea",
    blue: "#1f66c1",
    blueSoft: "#e3eefb",
    violet: "#7146b8",
    violetSoft: "#efe8fa",
    pink: "#b0307a",
    pinkSoft: "#fbe6f2",
    mark: "#fbe3a1",
    shadow: "0 8px 28px rgba(15, 35, 35, 0.18)",
  },
  dark: {
    ground: "#121717",
    surface: "#191f1f",
    raised: "#232b2b",
    hover: "#232b2b",
    border: "#2f3939",
    text: "#e6ecec",
    textSoft: "#b3bfbf",
    textFaint: "#8c9999",
    accent: "#35b3aa",
    accentSoft: "#163c3a",
    accentText: "#6fd6cd",
    warning: "#e5a740",
    warningSoft: "#3b2e14",
    danger: "#f0716c",
    dangerSoft: "#43201f",
    blue: "#6ea8ee",
    blueSoft: "#1a2f4a",
    violet: "#b394ec",
    violetSoft: "#31264a",
    pink: "#ee86bd",
    pinkSoft: "#452038",
    mark: "#6a5312",
    shadow: "0 8px 28px rgba(0, 0, 0, 0.55)",
  },
};
