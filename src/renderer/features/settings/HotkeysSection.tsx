import { Alert, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { HotkeyAction } from "../../../shared/contract/desk.ts";
import type { Output } from "../../../shared/contract/index.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { sentence } from "../../i18n/i18n.ts";
import { HotkeyField } from "../../ui/HotkeyField.tsx";
import { useNotify } from "../../ui/Notices.tsx";
import { Section, Setting } from "./Section.tsx";

/** The program's own global hotkeys, and whether such keys work here at all. */
export function HotkeysSection() {
  const { t } = useTranslation();
  const status = useCall("hotkeys.status", {});
  return (
    <Section name="hotkeys" title={t("settings.hotkeys.title")}>
      {status.data?.actions.map(({ action, accelerator }) => (
        <ActionHotkey key={action} action={action} saved={accelerator} />
      ))}
      {status.data && <Status status={status.data} />}
    </Section>
  );
}

function ActionHotkey({ action, saved }: { action: HotkeyAction; saved: string | null }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const set = useAct("hotkeys.setAction");
  /** Recorded but not yet in use. */
  const [draft, setDraft] = useState<{ readonly keys: string | null } | null>(null);
  const wanted = draft ? draft.keys : saved;
  const changed = wanted !== saved;
  const check = useCall(
    "hotkeys.check",
    { accelerator: wanted ?? "", ownerId: action },
    { enabled: changed && wanted !== null },
  );
  const free = changed && (wanted === null || check.data?.failure === null);
  const label = t(`settings.hotkeys.${action}`);

  const use = (): void => {
    set.mutate(
      { action, accelerator: wanted },
      {
        onSuccess: () => {
          setDraft(null);
          notify(
            "info",
            wanted === null
              ? t("settings.hotkeys.without", { name: label })
              : t("settings.hotkeys.used", { accelerator: wanted }),
          );
        },
      },
    );
  };

  return (
    <Setting label={label}>
      <div className="settings-hotkey">
        <HotkeyField
          label={label}
          value={wanted}
          saved={saved}
          ownerId={action}
          clearable={action !== "palette"}
          onChange={(keys) => setDraft({ keys })}
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
    ...status.actions.flatMap(({ action, accelerator, failure }) =>
      accelerator === null || failure === null
        ? []
        : [{ key: action, name: t(`settings.hotkeys.${action}`), accelerator, failure }],
    ),
    ...status.failures.map(({ id, title, accelerator, failure }) => ({
      key: id,
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
