import { DownOutlined, PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Checkbox, Dropdown, Input, type InputRef, Segmented, Select } from "antd";
import { type ReactNode, type RefObject, useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type FeedbackFilter,
  type FeedbackKind,
  feedbackKind,
  type FeedbackState,
  feedbackState,
} from "../../../shared/contract/feedback.ts";
import { call } from "../../api/client.ts";
import { keepFile } from "../../ui/delivering.ts";
import { keyName } from "../../ui/keys.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import { DepartmentsDialog } from "./DepartmentsDialog.tsx";

interface FeedbackToolbarProps {
  /** What else the screen can show. */
  readonly parts: ReactNode;
  readonly filter: FeedbackFilter;
  readonly search: RefObject<InputRef | null>;
  readonly counts: Readonly<Record<FeedbackState, number>> | null;
  readonly departments: readonly string[];
  readonly onFilter: (filter: FeedbackFilter) => void;
  readonly onNew: () => void;
}

/** What of the feedback is looked at, and what can be done with all of it. */
export function FeedbackToolbar(props: FeedbackToolbarProps) {
  const { parts, filter, search, counts, departments, onFilter, onNew } = props;
  const { t } = useTranslation();
  const notify = useNotify();
  const [editing, setEditing] = useState(false);
  const set = (change: Partial<FeedbackFilter>): void => onFilter({ ...filter, ...change });

  const exportAs = async (format: "csv" | "xlsx"): Promise<void> => {
    try {
      const file = await call("feedback.export", { ...filter, format });
      if (keepFile(file)) notify("info", t("feedback.export.done", { count: file.count }));
    } catch (error) {
      sayFailure(error);
    }
  };

  return (
    <>
      <div className="feedback-parts">
        {parts}
        <span className="feedback-gap" />
        <Dropdown
          trigger={["click"]}
          menu={{
            items: [
              { key: "csv", label: t("feedback.export.csv") },
              { key: "xlsx", label: t("feedback.export.xlsx") },
              { type: "divider" },
              { key: "departments", label: t("feedback.departments.button") },
            ],
            onClick: ({ key }) =>
              key === "departments"
                ? setEditing(true)
                : void exportAs(key === "csv" ? "csv" : "xlsx"),
          }}
        >
          <Button>
            {t("feedback.export.button")} <DownOutlined aria-hidden />
          </Button>
        </Dropdown>
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          title={keyName("n")}
          onClick={onNew}
        >
          {t("feedback.new")}
        </Button>
      </div>
      <div className="feedback-toolbar">
        <Segmented<FeedbackState | "all">
          aria-label={t("feedback.states.label")}
          value={filter.state ?? "all"}
          options={[
            { value: "all", label: t("feedback.states.all") },
            ...feedbackState.options.map((value) => ({
              value,
              label: `${t(`feedback.states.${value}`)} ${counts?.[value] ?? ""}`,
            })),
          ]}
          onChange={(state) => set({ state: state === "all" ? null : state })}
        />
        <Select<FeedbackKind | "all">
          className="feedback-select"
          aria-label={t("feedback.kind")}
          value={filter.kind ?? "all"}
          options={(["all", ...feedbackKind.options] as const).map((value) => ({
            value,
            label: t(`feedback.kinds.${value}`),
          }))}
          onChange={(kind) => set({ kind: kind === "all" ? null : kind })}
        />
        <Select
          className="feedback-select"
          aria-label={t("feedback.department")}
          value={filter.department ?? ""}
          options={[
            { value: "", label: t("feedback.anyDepartment") },
            ...departments.map((value) => ({ value, label: value })),
          ]}
          onChange={(department) => set({ department: department || null })}
        />
        <Checkbox
          checked={filter.valuable === true}
          onChange={(event) => set({ valuable: event.target.checked ? true : null })}
        >
          {t("feedback.onlyValuable")}
        </Checkbox>
        <Input
          ref={search}
          className="feedback-search"
          prefix={<SearchOutlined aria-hidden />}
          allowClear
          value={filter.text}
          maxLength={200}
          placeholder={t("feedback.filter")}
          aria-label={t("feedback.filter")}
          onChange={(event) => set({ text: event.target.value })}
        />
        {editing && <DepartmentsDialog onClose={() => setEditing(false)} />}
      </div>
    </>
  );
}
