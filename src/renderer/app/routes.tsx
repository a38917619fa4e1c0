import {
  FileTextOutlined,
  HistoryOutlined,
  SettingOutlined,
  ShoppingOutlined,
  SwapOutlined,
} from "@ant-design/icons";
import { type ComponentType, type ReactNode, lazy } from "react";

interface Route {
  readonly path: string;
  /** Key under `frame.screens` in the words. */
  readonly name: "phrases" | "products" | "transfer" | "desk" | "settings";
  readonly icon: ReactNode;
  readonly Screen: ComponentType;
}

/** The rail, top to bottom. Each screen is its own bundle, loaded when first shown. */
export const routes: readonly Route[] = [
  {
    path: "/phrases",
    name: "phrases",
    icon: <FileTextOutlined aria-hidden />,
    Screen: lazy(async () => ({
      default: (await import("../features/phrases/PhrasesScreen.tsx")).PhrasesScreen,
    })),
  },
  {
    path: "/products",
    name: "products",
    icon: <ShoppingOutlined aria-hidden />,
    Screen: lazy(async () => ({
      default: (await import("./ProductsScreen.tsx")).ProductsScreen,
    })),
  },
  {
    path: "/transfer",
    name: "transfer",
    icon: <SwapOutlined aria-hidden />,
    Screen: lazy(async () => ({
      default: (await import("../features/transfer/TransferScreen.tsx")).TransferScreen,
    })),
  },
  {
    path: "/desk",
    name: "desk",
    icon: <HistoryOutlined aria-hidden />,
    Screen: lazy(async () => ({
      default: (await import("../features/desk/DeskScreen.tsx")).DeskScreen,
    })),
  },
  {
    path: "/settings",
    name: "settings",
    icon: <SettingOutlined aria-hidden />,
    Screen: lazy(async () => ({
      default: (await import("../features/settings/SettingsScreen.tsx")).SettingsScreen,
    })),
  },
];
