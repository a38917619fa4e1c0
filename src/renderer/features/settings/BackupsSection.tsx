import { App, Button, Table } from "antd";
import { useTranslation } from "react-i18next";
import { useQueryClient } from "@tanstack/react-query";
import type { BackupFile } from "../../../shared/contract/system.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { Time } from "../../ui/Time.tsx";
import { bytesInWords } from "../../ui/bytes.ts";
import { Section } from "./Section.tsx";

const REASONS = ["by-hand", "daily", "before-import", "before-restore", "empty-trash"] as const;
type Reason = (typeof REASONS)[number] | "before-upgrade" | "other";

const reasonOf = (reason: string): Reason =>
  /^before-v\d+$/.test(reason)
    ? "before-upgrade"
    : (REASONS.find((each) => each === reason) ?? "other");

/** Copies of the library: make one, go back to one. */
export function BackupsSection() {
  const { t, i18n } = useTranslation();
  const { modal } = App.useApp();
  const notify = useNotify();
  const client = useQueryClient();
  const backups = useCall("backups.list", {});
  const status = useCall("system.status", {});
  const create = useAct("backups.create");
  const restore = useAct("backups.restore");
  const exact = new Intl.DateTimeFormat(i18n.language, { dateStyle: "medium", timeStyle: "short" });

  const make = (): void =>
    create.mutate(
      {},
      {
        onSuccess: ({ phrases }) => {
          notify("info", t("settings.backups.created", { count: phrases }));
          void backups.refetch();
        },
      },
    );

  const confirm = async (backup: BackupFile): Promise<void> => {
    // The figure must be true at this moment, not when the page was opened.
    const { data: now } = await status.refetch();
    void modal.confirm({
      title: t("settings.backups.confirm", { time: exact.format(backup.at) }),
      content: t("settings.backups.confirmWords", {
        count: backup.phrases,
        now: now?.phrases ?? 0,
      }),
      okText: t("settings.backups.confirmButton"),
      okButtonProps: { danger: true },
      onOk: () =>
        restore
          .mutateAsync({ name: backup.name })
          .then(({ phrases, savedAs }) => {
            notify(
              "info",
              t("settings.backups.restored", { count: phrases, name: fileName(savedAs) }),
            );
            void client.invalidateQueries();
          })
          // The sentence is already on the screen; the dialog closes.
          .catch(() => undefined),
    });
  };

  return (
    <Section name="backups" title={t("settings.backups.title")} lead={t("settings.backups.lead")}>
      <div className="settings-actions">
        <Button loading={create.isPending} onClick={make}>
          {t("settings.backups.create")}
        </Button>
      </div>
      {backups.data?.length === 0 && <p className="settings-soft">{t("settings.backups.none")}</p>}
      {backups.data !== undefined && backups.data.length > 0 && (
        <Table<BackupFile>
          size="small"
          pagination={backups.data.length > 8 ? { pageSize: 8, size: "small" } : false}
          rowKey="name"
          scroll={{ x: 560 }}
          dataSource={backups.data}
          columns={[
            {
              title: t("settings.backups.time"),
              key: "at",
              render: (_, each) => <Time at={each.at} />,
            },
            {
              title: t("settings.backups.phrases"),
              dataIndex: "phrases",
              width: 100,
              align: "right",
            },
            {
              title: t("settings.backups.size"),
              key: "bytes",
              width: 100,
              align: "right",
              render: (_, each) => bytesInWords(each.bytes, i18n.language),
            },
            {
              title: t("settings.backups.reason"),
              key: "reason",
              width: 190,
              render: (_, each) => t(`settings.backups.reasons.${reasonOf(each.reason)}`),
            },
            {
              title: "",
              key: "restore",
              width: 100,
              align: "right",
              render: (_, each) => (
                <Button
                  size="small"
                  aria-label={`${t("settings.backups.restore")}: ${exact.format(each.at)}`}
                  onClick={() => void confirm(each)}
                >
                  {t("settings.backups.restore")}
                </Button>
              ),
            },
          ]}
        />
      )}
    </Section>
  );
}

const fileName = (path: string): string => path.split(/[\\/]/).at(-1) ?? path;
