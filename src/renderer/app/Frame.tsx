import { LayoutOutlined, QuestionCircleOutlined, SearchOutlined } from "@ant-design/icons";
import { Suspense, useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAnswering } from "../api/hooks.ts";
import { EmergencyBar } from "../features/campaigns/EmergencyBar.tsx";
import { CustomerCard } from "../features/customers/CustomerCard.tsx";
import { sayFailure } from "../ui/Notices.tsx";
import { PromiseNotices } from "../features/promises/PromiseNotices.tsx";
import { ErrorBoundary } from "../ui/States.tsx";
import { KeysOverlay } from "../ui/KeysOverlay.tsx";
import { keyName, useKeys } from "../ui/keys.ts";
import { QuickSearch } from "./QuickSearch.tsx";
import { usePath } from "./router.ts";
import { type Section, sections } from "./routes.tsx";
import { togglePanel } from "./togglePanel.ts";

/** Which screen of a section was shown last: the rail leads back to it. */
const lastShown = new Map<Section["name"], string>();
const lastOf = ({ name, routes }: Section): string => lastShown.get(name) ?? routes[0]?.path ?? "/";

/** The rail at the left and the screen chosen in it. */
export function Frame() {
  const { t } = useTranslation();
  const path = usePath();
  const [keysOpen, setKeysOpen] = useState(false);
  const [quickOpen, setQuickOpen] = useState(false);
  const answering = useAnswering();
  const section =
    sections.find(({ routes }) => routes.some((each) => path.startsWith(each.path))) ?? sections[0];
  const route = section?.routes.find((each) => path.startsWith(each.path)) ?? section?.routes[0];

  useKeys("app", [
    { keys: "mod+k", words: t("frame.keysOverlay.quick"), run: () => setQuickOpen(true) },
  ]);
  useEffect(() => {
    if (section && route && !route.whole) lastShown.set(section.name, route.path);
  }, [section, route]);
  useEffect(() => {
    if (route) document.title = `${t(`frame.screens.${route.name}`)} · ${t("frame.name")}`;
  }, [route, t]);

  const whole = route?.whole ?? false;

  return (
    <div className="frame" data-whole={whole || undefined}>
      <nav className="rail" aria-label={t("frame.rail")} hidden={whole}>
        {sections.map((each) => (
          <a
            key={each.name}
            className="rail-item"
            href={`#${lastOf(each)}`}
            aria-current={each === section ? "page" : undefined}
            title={t(`frame.sections.${each.name}`)}
          >
            {each.icon}
            <span>{t(`frame.sections.${each.name}`)}</span>
          </a>
        ))}
        <div className="rail-gap" />
        <button
          type="button"
          className="rail-item"
          title={t("frame.panelWords")}
          onClick={() => void togglePanel().catch(sayFailure)}
        >
          <LayoutOutlined aria-hidden />
          <span>{t("frame.panel")}</span>
        </button>
        <button
          type="button"
          className="rail-item"
          title={`${t("frame.quickSearch")} (${keyName("mod+k")})`}
          onClick={() => setQuickOpen(true)}
        >
          <SearchOutlined aria-hidden />
          <span>{t("frame.quickSearch")}</span>
        </button>
        <button
          type="button"
          className="rail-item"
          title={`${t("frame.keys")} (?)`}
          onClick={() => setKeysOpen(true)}
        >
          <QuestionCircleOutlined aria-hidden />
          <span>{t("frame.keys")}</span>
        </button>
      </nav>
      <main className="screen">
        {!answering && (
          <div className="gone-strip" role="alert">
            {t("frame.gone")}
          </div>
        )}
        <EmergencyBar />
        <div className="screen-top" hidden={whole}>
          {section && section.routes.length > 1 && (
            <nav className="tabs" aria-label={t("frame.tabs")}>
              {section.routes.map((each) => (
                <a
                  key={each.name}
                  href={`#${each.path}`}
                  aria-current={each === route ? "page" : undefined}
                >
                  {t(`frame.screens.${each.name}`)}
                </a>
              ))}
            </nav>
          )}
          <CustomerCard />
        </div>
        <div className="screen-body">
          <ErrorBoundary key={route?.path}>
            <Suspense fallback={<div className="visually-hidden">{t("frame.loading")}</div>}>
              {route && <route.Screen />}
            </Suspense>
          </ErrorBoundary>
        </div>
      </main>
      <PromiseNotices />
      <KeysOverlay open={keysOpen} onOpen={setKeysOpen} />
      <QuickSearch open={quickOpen} onClose={() => setQuickOpen(false)} />
    </div>
  );
}
