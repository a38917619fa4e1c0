import {
  AppstoreOutlined,
  MoreOutlined,
  PlusOutlined,
  UnorderedListOutlined,
} from "@ant-design/icons";
import { Button, Dropdown, Input, type InputRef, Segmented, Select } from "antd";
import { type Ref, useRef } from "react";
import { useTranslation } from "react-i18next";
import {
  type ComplaintKind,
  complaintKind,
  complaintStage,
} from "../../../shared/contract/complaintFacts.ts";
import { useCall } from "../../api/hooks.ts";
import { keyName } from "../../ui/keys.ts";
import type { CaseFilter, CaseView } from "./caseFilter.ts";
import { useNames } from "./useNames.ts";
import { useTakeIn } from "./useTakeIn.ts";

interface FiltersProps {
  readonly filter: CaseFilter;
  readonly view: CaseView;
  readonly overdue: number;
  readonly total: number;
  readonly search: Ref<InputRef>;
  readonly onFilter: (filter: CaseFilter) => void;
  readonly onView: (view: CaseView) => void;
  readonly onNew: () => void;
  /** From the line into the cases. */
  readonly onDown: () => void;
  readonly onOpen: (id: string) => void;
}

/** The line above board and list. */
export function Filters(props: FiltersProps) {
  const { filter, view, overdue, total, search, onFilter, onView, onNew, onDown, onOpen } = props;
  const { t } = useTranslation();
  const names = useNames();
  const shops = useCall("complaints.known", { field: "shop", limit: 50 }).data ?? [];
  const input = useRef<HTMLInputElement>(null);
  const takeIn = useTakeIn(onOpen);
  return (
    <div className="complaint-filters">
      <Input
        ref={search}
        allowClear
        className="complaint-search"
        value={filter.text}
        placeholder={`${t("complaints.filter")}  (${keyName("/")})`}
        aria-label={t("complaints.filter")}
        maxLength={200}
        onChange={(event) => onFilter({ ...filter, text: event.target.value })}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          if (event.key === "ArrowDown" || event.key === "Enter") onDown();
          else return;
          event.preventDefault();
        }}
      />
      <Select
        aria-label={t("complaints.kind")}
        popupMatchSelectWidth={false}
        value={filter.kind ?? "any"}
        options={[
          { value: "any", label: t("complaints.anyKind") },
          ...complaintKind.options.map((value) => ({ value, label: names.kinds[value] })),
        ]}
        onChange={(value: ComplaintKind | "any") =>
          onFilter({ ...filter, kind: value === "any" ? null : value })
        }
      />
      {(shops.length > 1 || filter.shop !== null) && (
        <Select
          aria-label={t("complaints.shop")}
          popupMatchSelectWidth={false}
          value={filter.shop ?? ""}
          options={[
            { value: "", label: t("complaints.anyShop") },
            ...shops.map((value) => ({ value, label: value })),
          ]}
          onChange={(value: string) => onFilter({ ...filter, shop: value === "" ? null : value })}
        />
      )}
      {view === "list" && (
        <Select
          aria-label={t("complaints.stage")}
          popupMatchSelectWidth={false}
          value={filter.stage}
          options={[
            { value: "open", label: t("complaints.states.open") },
            ...complaintStage.options.map((value) => ({ value, label: names.stages[value] })),
            { value: "all", label: t("complaints.states.all") },
          ]}
          onChange={(stage: CaseFilter["stage"]) => onFilter({ ...filter, stage })}
        />
      )}
      {(overdue > 0 || filter.late) && (
        <Button
          className="complaint-late-only"
          aria-pressed={filter.late}
          onClick={() => onFilter({ ...filter, late: !filter.late })}
        >
          {t("complaints.lateCount", { count: overdue })}
        </Button>
      )}
      <span className="complaint-gap" />
      <span className="complaint-soft complaint-total">
        {t("complaints.total", { count: total })}
      </span>
      <Segmented<CaseView>
        aria-label={t("complaints.view")}
        value={view}
        options={[
          {
            value: "board",
            icon: <AppstoreOutlined aria-label={t("complaints.views.board")} />,
            title: t("complaints.views.board"),
          },
          {
            value: "list",
            icon: <UnorderedListOutlined aria-label={t("complaints.views.list")} />,
            title: t("complaints.views.list"),
          },
        ]}
        onChange={onView}
      />
      <Dropdown
        trigger={["click"]}
        menu={{
          items: [
            { key: "in", label: t("complaints.takeIn"), onClick: () => input.current?.click() },
          ],
        }}
      >
        <Button
          icon={<MoreOutlined aria-hidden />}
          aria-label={t("complaints.menu")}
          title={t("complaints.menu")}
        />
      </Dropdown>
      <input
        ref={input}
        type="file"
        accept=".zip"
        hidden
        onChange={(event) => {
          const file = event.target.files?.[0];
          event.target.value = "";
          if (file) void takeIn(file);
        }}
      />
      <Button
        type="primary"
        icon={<PlusOutlined aria-hidden />}
        title={`${t("complaints.new")} (N)`}
        onClick={onNew}
      >
        {t("complaints.new")}
      </Button>
    </div>
  );
}
