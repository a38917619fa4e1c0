import { QueryClientProvider } from "@tanstack/react-query";
import { App as AntdApp, ConfigProvider } from "antd";
import en from "antd/es/locale/en_US";
import zhCN from "antd/es/locale/zh_CN";
import zhTW from "antd/es/locale/zh_TW";
import { useEffect } from "react";
import type { Locale } from "../../shared/contract/settings.ts";
import { createQueryClient, followCore } from "../api/hooks.ts";
import { Notices, sayFailure } from "../ui/Notices.tsx";
import { ErrorBoundary } from "../ui/States.tsx";
import { Reviews } from "../ui/review/Reviews.tsx";
import { UndoProvider } from "../ui/Undo.tsx";
import { Frame } from "./Frame.tsx";
import { usePreferences } from "./preferences.ts";
import { antdTheme } from "./theme.ts";

const antdLocales: Readonly<Record<Locale, typeof zhCN>> = { "zh-CN": zhCN, "zh-TW": zhTW, en };
/** Cards stand below tabs and toolbar: never on the row that saves, never on the undo bar. */
const NOTICES = { placement: "topRight", top: 100, maxCount: 4, stack: { threshold: 1 } } as const;

const queryClient = createQueryClient(sayFailure);

/** The main window. */
export function App() {
  useEffect(() => followCore(queryClient), []);
  return (
    <QueryClientProvider client={queryClient}>
      <Dressed />
    </QueryClientProvider>
  );
}

/** Language, theme, and what floats over every screen. */
function Dressed() {
  const { locale, theme } = usePreferences();
  return (
    <ConfigProvider
      locale={antdLocales[locale]}
      theme={antdTheme(theme)}
      button={{ autoInsertSpace: false }}
    >
      <AntdApp notification={NOTICES}>
        <Notices />
        <Reviews />
        <UndoProvider>
          <ErrorBoundary>
            <Frame />
          </ErrorBoundary>
        </UndoProvider>
      </AntdApp>
    </ConfigProvider>
  );
}
