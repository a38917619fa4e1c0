import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "../../../shared/contract/index.ts";
import type { Settings } from "../../../shared/contract/settings.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { sentence } from "../../i18n/i18n.ts";
import { HotkeyField } from "../../ui/HotkeyField.tsx";
import { useNotify } from "../../ui/Notices.tsx";
import { Section, Setting } from "./Section.tsx";

/** The key that opens the palette, and whether global hotkeys work here at all. */
export function HotkeysSection({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const status = useCall("hotkeys.status", {});
  const set = useAct("hotkeys.setPalette");
  const saved = settings.paletteHotkey;
  /** Recorded but not yet in use. */
  const [draft, setDraft] = useState<string | null>(null);
  const wanted = draft ?? saved;
  const changed = wanted !== saved;
  const check = useCall(
    "hotkeys.check",
    { accelerator: wanted, phraseId: null },
    { enabled: changed },
  );
  const free = changed && check.data !== undefined && check.data.failure === null;

  const use = (): void => {
    set.mutate(
      { accelerator: wanted },
      {
        onSuccess: ({ palette }) => {
          setDraft(null);
          notify("info", t("settings.hotkeys.used", { accelerator: palette.accelerator }));
        },
      },
    );
  };

  return (
    <Section name="hotkeys" title={t("settings.hotkeys.title")}>
      <Setting label={t("settings.hotkeys.palette")}>
        <div className="settings-hotkey">
          <HotkeyField
            label={t("settings.hotkeys.palette")}
            value={wanted}
            saved={saved}
            clearable={false}
            onChange={setDraft}
          />
          {changed && (
            <>
              <Button type="primary" disabled={!free} loading={set.isPending} onClick={use}>
                {t("settings.hotkeys.use")}
              </Button>
              <Button onClick={() => setDraft(null)}>{t("settings.cancel")}</Button>
            </>
          )}
        </div>
      </Setting>
      {status.data && <Status status={status.data} />}
    </Section>
  );
}

function Status({ status }: { status: Output<"hotkeys.status"> }) {
  const { t } = useTranslation();
  if (status.unavailable !== null)
    return (
      <Alert
        type="warning"
        showIcon
        title={t("settings.hotkeys.off")}
        description={sentence(status.unavailable, { detail: "", url: location.origin })}
      />
    );
  const failures = [
    ...(status.palette.failure === null
      ? []
      : [
          {
            key: "palette",
            name: t("settings.hotkeys.paletteName"),
            accelerator: status.palette.accelerator,
            failure: status.palette.failure,
          },
        ]),
    ...status.failures.map(({ phraseId, title, accelerator, failure }) => ({
      key: phraseId,
      name: title,
      accelerator,
      failure,
    })),
  ];
  if (failures.length === 0)
    return <Alert type="success" showIcon title={t("settings.hotkeys.on")} />;
  return (
    <Alert
      type="warning"
      showIcon
      title={t("settings.hotkeys.failing")}
      description={
        <ul className="settings-failures">
          {failures.map(({ key, name, accelerator, failure }) => (
            <li key={key}>
              <kbd>{accelerator}</kbd> {name}:{" "}
              {sentence(failure, { accelerator, by: "", title: name })}
            </li>
          ))}
        </ul>
      }
    />
  );
}
