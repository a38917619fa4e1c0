import { Button, Table, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { ApplicationProfile, Settings } from "../../../shared/contract/settings.ts";
import { useCall } from "../../api/hooks.ts";
import { useSaveSettings } from "../../api/settings.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { ApplicationForm } from "./ApplicationForm.tsx";
import { KNOWN_PROGRAMS, profileFor } from "../../../shared/rules/applicationProfiles.ts";
import { withApplication, withoutApplication } from "./profiles.ts";
import { useProgramTitle } from "./useProgramTitle.ts";
import { Section } from "./Section.tsx";

interface Row {
  readonly program: string;
  readonly profile: ApplicationProfile;
  /** False where the core's own knowledge is used. */
  readonly own: boolean;
}

/** How each program wants to be pasted into: what the person set, and what is known anyway. */
export function ApplicationsSection({ settings }: { settings: Settings }) {
  const { t } = useTranslation();
  const notify = useNotify();
  const titleOf = useProgramTitle();
  const status = useCall("system.status", {});
  const save = useSaveSettings();
  const [editing, setEditing] = useState<Row | "new" | null>(null);
  const own = settings.applications;
  const platform = status.data?.platform ?? "";

  const rows: Row[] = [
    ...Object.entries(own).map(([program, profile]) => ({ program, profile, own: true })),
    ...KNOWN_PROGRAMS.filter((program) => !(program in own)).map((program) => ({
      program,
      profile: profileFor(program, {}, platform),
      own: false,
    })),
  ];

  const remove = (program: string): void =>
    save.mutate(
      { applications: withoutApplication(own, program) },
      {
        onSuccess: () =>
          notify("info", t("settings.applications.removed", { name: titleOf(program) })),
      },
    );

  const program = (row: Row) => (
    <span className="settings-program">
      <span className="settings-program-name">
        {titleOf(row.program)}
        <Tag color={row.own ? "processing" : "default"}>
          {t(row.own ? "settings.applications.own" : "settings.applications.known")}
        </Tag>
      </span>
      {titleOf(row.program) !== row.program && <small>{row.program}</small>}
    </span>
  );

  return (
    <Section
      name="applications"
      title={t("settings.applications.title")}
      lead={t("settings.applications.lead")}
    >
      <div className="settings-actions">
        <Button onClick={() => setEditing("new")}>{t("settings.applications.add")}</Button>
      </div>
      <Table<Row>
        size="small"
        pagination={false}
        rowKey="program"
        scroll={{ x: 760 }}
        dataSource={rows}
        columns={[
          {
            title: t("settings.applications.program"),
            key: "program",
            render: (_, row) => program(row),
          },
          {
            title: t("settings.applications.multiline"),
            key: "multiline",
            width: 136,
            render: (_, { profile }) =>
              t(
                profile.multiline === "whole"
                  ? "settings.applications.whole"
                  : "settings.applications.shiftEnter",
              ),
          },
          {
            title: t("settings.applications.pasteKeys"),
            key: "pasteKeys",
            width: 116,
            render: (_, { profile }) => profile.pasteKeys,
          },
          {
            title: t("settings.applications.sendKeys"),
            key: "sendKeys",
            width: 100,
            render: (_, { profile }) => profile.sendKeys,
          },
          {
            title: t("settings.applications.alwaysSend"),
            key: "alwaysSend",
            width: 104,
            render: (_, { profile }) =>
              t(profile.alwaysSend ? "settings.applications.yes" : "settings.applications.no"),
          },
          {
            title: "",
            key: "actions",
            width: 150,
            align: "right",
            render: (_, row) => (
              <span className="settings-row-actions">
                <Button
                  size="small"
                  aria-label={`${t("settings.applications.edit")}: ${titleOf(row.program)}`}
                  onClick={() => setEditing(row)}
                >
                  {t("settings.applications.edit")}
                </Button>
                {row.own && (
                  <Button
                    size="small"
                    aria-label={`${t("settings.applications.remove")}: ${titleOf(row.program)}`}
                    onClick={() => remove(row.program)}
                  >
                    {t("settings.applications.remove")}
                  </Button>
                )}
              </span>
            ),
          },
        ]}
      />
      {editing !== null && (
        <ApplicationForm
          program={editing === "new" ? null : editing.program}
          profile={editing === "new" ? profileFor("", {}, platform) : editing.profile}
          taken={Object.keys(own)}
          saving={save.isPending}
          onSave={(name, profile) =>
            save.mutate(
              { applications: withApplication(own, name, profile) },
              { onSuccess: () => setEditing(null) },
            )
          }
          onClose={() => setEditing(null)}
        />
      )}
    </Section>
  );
}
