import { PlusOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, type InputRef, Select } from "antd";
import type { ReactNode, Ref } from "react";
import { useTranslation } from "react-i18next";
import {
  type GateKind,
  gateKind,
  type GateSource,
  gateSource,
} from "../../../shared/contract/gate.ts";
import { keyName } from "../../ui/keys.ts";
import type { WordFilter } from "./useWordWindow.ts";

interface WordFiltersProps {
  readonly filter: WordFilter;
  readonly counts: Readonly<Record<GateKind, number>> | null;
  readonly search: Ref<InputRef>;
  readonly menu: ReactNode;
  readonly onFilter: (filter: WordFilter) => void;
  readonly onNew: () => void;
  readonly onList: () => void;
}

/** What of the list is looked at. */
export function WordFilters(props: WordFiltersProps) {
  const { filter, counts, search, menu, onFilter, onNew, onList } = props;
  const { t } = useTranslation();
  const all = counts ? Object.values(counts).reduce((sum, count) => sum + count, 0) : 0;
  const kinds: readonly (GateKind | null)[] = [null, ...gateKind.options];
  return (
    <div className="word-filters">
      <div className="word-filter-row">
        <Input
          ref={search}
          allowClear
          className="word-search"
          value={filter.text}
          placeholder={`${t("gate.list.filter")}  (${keyName("/")})`}
          aria-label={t("gate.list.filter")}
          maxLength={200}
          onChange={(event) => onFilter({ ...filter, text: event.target.value })}
          onKeyDown={(event) => {
            if (event.key !== "ArrowDown" || event.nativeEvent.isComposing) return;
            event.preventDefault();
            onList();
          }}
        />
        <Select
          aria-label={t("gate.list.source")}
          className="word-whose"
          value={filter.source ?? "any"}
          options={[
            { value: "any", label: t("gate.list.anySource") },
            ...gateSource.options.map((value) => ({ value, label: t(`gate.sources.${value}`) })),
          ]}
          onChange={(value: GateSource | "any") =>
            onFilter({ ...filter, source: value === "any" ? null : value })
          }
        />
        <Checkbox
          checked={filter.state === "changed"}
          onChange={(event) =>
            onFilter({ ...filter, state: event.target.checked ? "changed" : "all" })
          }
        >
          {t("gate.list.changed")}
        </Checkbox>
        <span className="gate-gap" />
        {menu}
        <Button
          type="primary"
          icon={<PlusOutlined aria-hidden />}
          title={`${t("gate.list.new")} (N)`}
          onClick={onNew}
        >
          {t("gate.list.new")}
        </Button>
      </div>
      <div className="word-kinds" role="radiogroup" aria-label={t("gate.editor.kind")}>
        {kinds.map((kind) => (
          <button
            key={kind ?? "all"}
            type="button"
            role="radio"
            aria-checked={filter.kind === kind}
            onClick={() => onFilter({ ...filter, kind })}
          >
            {t(`gate.kinds.${kind ?? "all"}`)}
            <small>{kind === null ? all : (counts?.[kind] ?? 0)}</small>
          </button>
        ))}
      </div>
    </div>
  );
}
