import { Alert, Button } from "antd";
import { useTranslation } from "react-i18next";
import { useAct, useCall } from "../../api/hooks.ts";
import { sentence } from "../../i18n/i18n.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { Section, Setting } from "./Section.tsx";

/** Where the library lives, whether it is sound, and which version this is. */
export function DataSection() {
  const { t } = useTranslation();
  const notify = useNotify();
  const status = useCall("system.status", {});
  const check = useAct("system.check");
  if (!status.data) return null;
  const { dataFolder, phrases, version, shell, platform } = status.data;

  const copy = (): void => {
    navigator.clipboard.writeText(dataFolder).then(
      () => notify("info", t("settings.data.copied")),
      (error: unknown) => notify("error", sentence("clipboard_failed", { detail: String(error) })),
    );
  };

  return (
    <Section name="data" title={t("settings.data.title")}>
      <Setting
        label={t("settings.data.folder")}
        hint={t("settings.data.phrases", { count: phrases })}
      >
        <code className="settings-path">{dataFolder}</code>{" "}
        <Button size="small" onClick={copy}>
          {t("settings.data.copy")}
        </Button>
      </Setting>
      <Setting label={t("settings.data.check")}>
        <Button loading={check.isPending} onClick={() => check.mutate({})}>
          {t(check.isPending ? "settings.data.checking" : "settings.data.check")}
        </Button>
        <div role="status" className="settings-checked">
          {check.data?.sound && <Alert type="success" showIcon title={t("settings.data.sound")} />}
          {check.data?.sound === false && (
            <Alert
              type="error"
              showIcon
              title={t("settings.data.problems", { count: check.data.problems.length })}
              description={
                <ul className="settings-failures">
                  {check.data.problems.map((problem) => (
                    <li key={problem}>{problem}</li>
                  ))}
                </ul>
              }
            />
          )}
        </div>
      </Setting>
      <Setting label={t("settings.data.version")}>
        {version} · {t(`settings.data.shells.${shell}`)} · {platform}
      </Setting>
    </Section>
  );
}
