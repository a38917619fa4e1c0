import {
  BarChartOutlined,
  CheckSquareOutlined,
  CustomerServiceOutlined,
  CommentOutlined,
  FileTextOutlined,
  HomeOutlined,
  PictureOutlined,
  SettingOutlined,
  SwapOutlined,
} from "@ant-design/icons";
import { type ComponentType, type ReactNode, lazy } from "react";

export type ScreenName =
  | "today"
  | "reports"
  | "phrases"
  | "answers"
  | "wordings"
  | "statistics"
  | "campaigns"
  | "gate"
  | "products"
  | "pictures"
  | "price"
  | "promises"
  | "offshift"
  | "sheets"
  | "complaints"
  | "complaintTrends"
  | "complaintRules"
  | "urging"
  | "closing"
  | "feedback"
  | "transfer"
  | "desk"
  | "settings";

export interface Route {
  readonly path: string;
  /** Key under `frame.screens` in the words. */
  readonly name: ScreenName;
  readonly Screen: ComponentType;
  /** Takes the whole window: neither rail nor tabs stand beside it. */
  readonly whole: boolean;
}

/** One place of the rail; several screens in it stand side by side as tabs. */
export interface Section {
  readonly name:
    | "today"
    | "phrases"
    | "goods"
    | "promises"
    | "complaints"
    | "aftercare"
    | "transfer"
    | "figures"
    | "settings";
  readonly icon: ReactNode;
  readonly routes: readonly Route[];
}

/** Each screen is its own bundle, loaded when first shown. */
const LOADERS: Readonly<Record<ScreenName, () => Promise<ComponentType>>> = {
  today: async () => (await import("../features/today/TodayScreen.tsx")).TodayScreen,
  reports: async () => (await import("../features/reports/ReportsScreen.tsx")).ReportsScreen,
  phrases: async () => (await import("../features/phrases/PhrasesScreen.tsx")).PhrasesScreen,
  answers: async () => (await import("../features/answers/AnswersScreen.tsx")).AnswersScreen,
  wordings: async () => (await import("../features/wordings/WordingsScreen.tsx")).WordingsScreen,
  campaigns: async () =>
    (await import("../features/campaigns/CampaignsScreen.tsx")).CampaignsScreen,
  gate: async () => (await import("../features/gate/GateScreen.tsx")).GateScreen,
  products: async () => (await import("../features/products/ProductsTab.tsx")).ProductsTab,
  pictures: async () => (await import("../features/pictures/PicturesTab.tsx")).PicturesTab,
  price: async () => (await import("../features/price/PriceScreen.tsx")).PriceScreen,
  promises: async () => (await import("../features/promises/PromisesScreen.tsx")).PromisesScreen,
  offshift: async () => (await import("../features/promises/OffShiftScreen.tsx")).OffShiftScreen,
  sheets: async () => (await import("../features/promises/SheetsScreen.tsx")).SheetsScreen,
  complaints: async () =>
    (await import("../features/complaints/ComplaintsScreen.tsx")).ComplaintsScreen,
  complaintTrends: async () =>
    (await import("../features/complaints/TrendsScreen.tsx")).TrendsScreen,
  complaintRules: async () => (await import("../features/complaints/RulesScreen.tsx")).RulesScreen,
  urging: async () => (await import("../features/urging/UrgingScreen.tsx")).UrgingScreen,
  closing: async () => (await import("../features/closing/ClosingScreen.tsx")).ClosingScreen,
  feedback: async () => (await import("../features/feedback/FeedbackScreen.tsx")).FeedbackScreen,
  transfer: async () => (await import("../features/transfer/TransferScreen.tsx")).TransferScreen,
  statistics: async () =>
    (await import("../features/statistics/StatisticsScreen.tsx")).StatisticsScreen,
  desk: async () => (await import("../features/desk/DeskScreen.tsx")).DeskScreen,
  settings: async () => (await import("../features/settings/SettingsScreen.tsx")).SettingsScreen,
};

const WHOLE: ReadonlySet<ScreenName> = new Set<ScreenName>(["offshift"]);

const screens = (...names: readonly ScreenName[]): Route[] =>
  names.map((name) => ({
    path: `/${name}`,
    name,
    whole: WHOLE.has(name),
    Screen: lazy(async () => ({ default: await LOADERS[name]() })),
  }));

/** The rail, top to bottom, in the order of a day. */
export const sections: readonly Section[] = [
  { name: "today", icon: <HomeOutlined aria-hidden />, routes: screens("today", "reports") },
  {
    name: "phrases",
    icon: <FileTextOutlined aria-hidden />,
    routes: screens("phrases", "answers", "wordings", "campaigns", "gate"),
  },
  {
    name: "goods",
    icon: <PictureOutlined aria-hidden />,
    routes: screens("products", "pictures", "price"),
  },
  {
    name: "promises",
    icon: <CheckSquareOutlined aria-hidden />,
    routes: screens("promises", "offshift", "sheets"),
  },
  {
    name: "complaints",
    icon: <CustomerServiceOutlined aria-hidden />,
    routes: screens("complaints", "complaintTrends", "complaintRules"),
  },
  {
    name: "aftercare",
    icon: <CommentOutlined aria-hidden />,
    routes: screens("urging", "closing", "feedback"),
  },
  { name: "transfer", icon: <SwapOutlined aria-hidden />, routes: screens("transfer") },
  {
    name: "figures",
    icon: <BarChartOutlined aria-hidden />,
    routes: screens("statistics", "desk"),
  },
  { name: "settings", icon: <SettingOutlined aria-hidden />, routes: screens("settings") },
];
