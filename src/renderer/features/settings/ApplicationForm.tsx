import { AutoComplete, Form, InputNumber, Radio, Select, Switch } from "antd";
import { useTranslation } from "react-i18next";
import { type ApplicationProfile, applicationProfile } from "../../../shared/contract/settings.ts";
import { useCall } from "../../api/hooks.ts";
import { KNOWN_PROGRAMS } from "../../../shared/rules/applicationProfiles.ts";
import { Dialog } from "../../ui/Dialog.tsx";
import { useProgramTitle } from "./useProgramTitle.ts";
import { programName } from "./profiles.ts";

interface ApplicationFormProps {
  /** Null for a new entry. */
  readonly program: string | null;
  readonly profile: ApplicationProfile;
  readonly taken: readonly string[];
  readonly saving: boolean;
  readonly onSave: (program: string, profile: ApplicationProfile) => void;
  readonly onClose: () => void;
}

type Values = ApplicationProfile & { program: string };

const same = (values: readonly string[]) => values.map((value) => ({ value, label: value }));
const PASTE_KEYS = same(applicationProfile.shape.pasteKeys.options);
const SEND_KEYS = same(applicationProfile.shape.sendKeys.options);
const NUMBER = { precision: 0, className: "settings-number" } as const;

/** How to paste into one program, each choice with the trouble it cures. */
export function ApplicationForm({
  program,
  profile,
  taken,
  saving,
  onSave,
  onClose,
}: ApplicationFormProps) {
  const { t } = useTranslation();
  const titleOf = useProgramTitle();
  const [form] = Form.useForm<Values>();
  const words = (
    key:
      | "program"
      | "multiline"
      | "alwaysSend"
      | "restoreDelay"
      | "pictureAs"
      | "partPause"
      | "pictureLimit",
  ) => t(`settings.applications.${key}Words`);
  const milliseconds = { ...NUMBER, suffix: t("settings.applications.milliseconds") };
  const kilobytes = { ...NUMBER, suffix: t("settings.applications.kilobytes") };

  const finish = ({ program: typed, ...rest }: Values): void =>
    onSave(program ?? programName(typed), applicationProfile.parse(rest));

  return (
    <Dialog
      open
      title={
        program === null
          ? t("settings.applications.addTitle")
          : t("settings.applications.editTitle", { name: titleOf(program) })
      }
      okText={t("settings.save")}
      cancelText={t("settings.cancel")}
      confirmLoading={saving}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form<Values>
        form={form}
        layout="vertical"
        requiredMark={false}
        initialValues={{ program: program ?? "", ...profile }}
        onFinish={finish}
      >
        {program === null && (
          <Form.Item
            name="program"
            label={t("settings.applications.program")}
            extra={words("program")}
            rules={[
              {
                validator: (_, typed: string) => {
                  const name = programName(typed ?? "");
                  if (name === "")
                    return Promise.reject(new Error(t("settings.applications.programMissing")));
                  if (taken.includes(name))
                    return Promise.reject(new Error(t("settings.applications.programTaken")));
                  return Promise.resolve();
                },
              },
            ]}
          >
            <ProgramField />
          </Form.Item>
        )}
        <Form.Item
          name="multiline"
          label={t("settings.applications.multiline")}
          extra={words("multiline")}
        >
          <Radio.Group
            options={[
              { value: "whole", label: t("settings.applications.whole") },
              { value: "shift-enter", label: t("settings.applications.shiftEnter") },
            ]}
          />
        </Form.Item>
        <div className="settings-pair">
          <Form.Item name="pasteKeys" label={t("settings.applications.pasteKeys")}>
            <Select options={PASTE_KEYS} />
          </Form.Item>
          <Form.Item name="sendKeys" label={t("settings.applications.sendKeys")}>
            <Select options={SEND_KEYS} />
          </Form.Item>
          <Form.Item name="sendDelayMs" label={t("settings.applications.sendDelay")}>
            <InputNumber min={0} max={5000} step={20} {...milliseconds} />
          </Form.Item>
          <Form.Item
            name="alwaysSend"
            label={t("settings.applications.alwaysSend")}
            extra={words("alwaysSend")}
            valuePropName="checked"
          >
            <Switch />
          </Form.Item>
        </div>
        <div className="settings-pair">
          <Form.Item
            name="pictureAs"
            label={t("settings.applications.pictureAs")}
            extra={words("pictureAs")}
          >
            <Radio.Group
              options={[
                { value: "bitmap", label: t("settings.applications.bitmap") },
                { value: "file", label: t("settings.applications.file") },
              ]}
            />
          </Form.Item>
          <Form.Item
            name="pictureLimitKB"
            label={t("settings.applications.pictureLimit")}
            extra={words("pictureLimit")}
          >
            <InputNumber min={0} max={100_000} step={100} {...kilobytes} />
          </Form.Item>
        </div>
        <Form.Item
          name="partPauseMs"
          label={t("settings.applications.partPause")}
          extra={words("partPause")}
        >
          <InputNumber min={0} max={5000} step={50} {...milliseconds} />
        </Form.Item>
        <Form.Item
          name="restoreDelayMs"
          label={t("settings.applications.restoreDelay")}
          extra={words("restoreDelay")}
        >
          <InputNumber min={50} max={10_000} step={100} {...milliseconds} />
        </Form.Item>
      </Form>
    </Dialog>
  );
}

/** A program by name: known ones and those pasted into lately are offered. Takes its value from the form item. */
function ProgramField(props: { id?: string; value?: string; onChange?: (value: string) => void }) {
  const titleOf = useProgramTitle();
  const log = useCall("paste.log", { limit: 200 });
  const lately = (log.data ?? [])
    .map(({ application }) => application)
    .filter((name) => name !== "");
  const names = [...new Set([...lately, ...KNOWN_PROGRAMS])];
  return (
    <AutoComplete
      {...props}
      autoFocus
      options={names.map((name) => ({
        value: name,
        label: titleOf(name) === name ? name : `${titleOf(name)}  ${name}`,
      }))}
      showSearch={{
        filterOption: (input, option) => option?.label.includes(input.toLowerCase()) ?? false,
      }}
    />
  );
}
