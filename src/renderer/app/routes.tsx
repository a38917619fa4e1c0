import {
  BarChartOutlined,
  FileTextOutlined,
  PictureOutlined,
  SettingOutlined,
  SwapOutlined,
} from "@ant-design/icons";
import { type ComponentType, type ReactNode, lazy } from "react";

export type ScreenName =
  | "phrases"
  | "wordings"
  | "statistics"
  | "campaigns"
  | "products"
  | "price"
  | "transfer"
  | "desk"
  | "settings";

export interface Route {
  readonly path: string;
  /** Key under `frame.screens` in the words. */
  readonly name: ScreenName;
  readonly Screen: ComponentType;
}

/** One place of the rail; several screens in it stand side by side as tabs. */
export interface Section {
  readonly name: "phrases" | "goods" | "transfer" | "figures" | "settings";
  readonly icon: ReactNode;
  readonly routes: readonly Route[];
}

/** Each screen is its own bundle, loaded when first shown. */
const screen = (name: ScreenName, load: () => Promise<ComponentType>): Route => ({
  path: `/${name}`,
  name,
  Screen: lazy(async () => ({ default: await load() })),
});

const phrases = screen(
  "phrases",
  async () => (await import("../features/phrases/PhrasesScreen.tsx")).PhrasesScreen,
);
const campaigns = screen(
  "campaigns",
  async () => (await import("../features/campaigns/CampaignsScreen.tsx")).CampaignsScreen,
);
const wordings = screen(
  "wordings",
  async () => (await import("../features/wordings/WordingsScreen.tsx")).WordingsScreen,
);
const products = screen(
  "products",
  async () => (await import("./ProductsScreen.tsx")).ProductsScreen,
);
const price = screen(
  "price",
  async () => (await import("../features/price/PriceScreen.tsx")).PriceScreen,
);
const transfer = screen(
  "transfer",
  async () => (await import("../features/transfer/TransferScreen.tsx")).TransferScreen,
);
const statistics = screen(
  "statistics",
  async () => (await import("../features/statistics/StatisticsScreen.tsx")).StatisticsScreen,
);
const desk = screen(
  "desk",
  async () => (await import("../features/desk/DeskScreen.tsx")).DeskScreen,
);
const settings = screen(
  "settings",
  async () => (await import("../features/settings/SettingsScreen.tsx")).SettingsScreen,
);

/** The rail, top to bottom, in the order of a day. */
export const sections: readonly Section[] = [
  {
    name: "phrases",
    icon: <FileTextOutlined aria-hidden />,
    routes: [phrases, campaigns, wordings],
  },
  { name: "goods", icon: <PictureOutlined aria-hidden />, routes: [products, price] },
  { name: "transfer", icon: <SwapOutlined aria-hidden />, routes: [transfer] },
  { name: "figures", icon: <BarChartOutlined aria-hidden />, routes: [statistics, desk] },
  { name: "settings", icon: <SettingOutlined aria-hidden />, routes: [settings] },
];
