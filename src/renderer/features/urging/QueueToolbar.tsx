import { PlusOutlined, SearchOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, type InputRef, Segmented } from "antd";
import type { ReactNode, RefObject } from "react";
import { useTranslation } from "react-i18next";
import { type UrgingView, urgingView } from "../../../shared/contract/urging.ts";
import { keyName } from "../../ui/keys.ts";

interface QueueToolbarProps {
  /** What else the screen can show. */
  readonly parts: ReactNode;
  readonly view: UrgingView;
  readonly today: boolean;
  readonly text: string;
  readonly search: RefObject<InputRef | null>;
  readonly counts: Readonly<Record<UrgingView, number>> | null;
  readonly onView: (view: UrgingView) => void;
  readonly onToday: (today: boolean) => void;
  readonly onText: (text: string) => void;
  readonly onAdd: () => void;
  readonly onImport: () => void;
}

/** Which orders are looked at, and how they come in. */
export function QueueToolbar(props: QueueToolbarProps) {
  const { parts, view, today, text, search, counts } = props;
  const { onView, onToday, onText, onAdd, onImport } = props;
  const { t } = useTranslation();
  return (
    <>
      <div className="urging-parts">
        {parts}
        <span className="urging-gap" />
        <Button icon={<PlusOutlined aria-hidden />} title={keyName("n")} onClick={onAdd}>
          {t("urging.add.button")}
        </Button>
        <Button type="primary" title={keyName("i")} onClick={onImport}>
          {t("urging.file.button")}
        </Button>
      </div>
      <div className="urging-toolbar">
        <Segmented<UrgingView>
          aria-label={t("urging.views.label")}
          value={view}
          options={urgingView.options.map((value) => ({
            value,
            label: `${t(`urging.views.${value}`)} ${counts?.[value] ?? ""}`,
          }))}
          onChange={onView}
        />
        <Checkbox checked={today} onChange={(event) => onToday(event.target.checked)}>
          {t("urging.today")}
        </Checkbox>
        <Input
          ref={search}
          className="urging-search"
          prefix={<SearchOutlined aria-hidden />}
          allowClear
          value={text}
          maxLength={80}
          placeholder={t("urging.filter")}
          aria-label={t("urging.filter")}
          onChange={(event) => onText(event.target.value)}
        />
      </div>
    </>
  );
}
