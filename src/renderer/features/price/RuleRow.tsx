import { CloseOutlined, EllipsisOutlined, HolderOutlined } from "@ant-design/icons";
import { Button, Dropdown, Input, type MenuProps } from "antd";
import { useTranslation } from "react-i18next";
import type { Locale } from "../../../shared/contract/settings.ts";
import type { Problem } from "../../../shared/rules/price/line.ts";
import { sentence } from "../../i18n/i18n.ts";
import { isComposing } from "../../ui/keys.ts";
import { RowStatusView } from "./RowStatusView.tsx";
import type { SheetRule } from "./sheet.ts";
import type { RowStatus } from "./status.ts";

interface RuleRowProps {
  readonly rule: SheetRule;
  readonly problem: Problem | null;
  readonly status: RowStatus | null;
  readonly over: boolean;
  readonly first: boolean;
  readonly last: boolean;
  readonly onText: (text: string) => void;
  readonly onUse: (use: SheetRule["use"]) => void;
  readonly onInsist: (against: readonly string[]) => void;
  readonly onMove: (by: number) => void;
  readonly onRemove: () => void;
  readonly onDrag: (key: string | null) => void;
  readonly onDragOver: () => void;
  readonly onDrop: () => void;
}

/** One rule: whose it is, how it reads, what it does, and where in the order it stands. */
export function RuleRow(props: RuleRowProps) {
  const { rule, problem, status, over, first, last } = props;
  const { onText, onUse, onInsist, onMove, onRemove, onDrag, onDragOver, onDrop } = props;
  const { t, i18n } = useTranslation();
  const { key, slot, text, use } = rule;
  const label = t(`price.slots.${slot}`);
  const counts = slot !== "gift" && slot !== "postage";

  const menu: MenuProps = {
    selectedKeys: [use],
    items: [
      ...(counts
        ? ([
            { key: "auto", label: t("price.rule.auto") },
            { key: "always", label: t("price.rule.always") },
            { key: "never", label: t("price.rule.never") },
            { type: "divider" },
          ] as const)
        : []),
      { key: "up", label: t("price.rule.up"), disabled: first },
      { key: "down", label: t("price.rule.down"), disabled: last },
      { type: "divider" },
      { key: "remove", label: t("price.rule.remove") },
    ],
    onClick: ({ key: chosen }) => {
      if (chosen === "up") onMove(-1);
      else if (chosen === "down") onMove(1);
      else if (chosen === "remove") onRemove();
      else onUse(chosen as SheetRule["use"]);
    },
  };

  return (
    <li
      className="price-rule"
      data-row={key}
      data-over={over || undefined}
      data-unused={(status && status.kind !== "applied") || undefined}
      onDragOver={(event) => {
        event.preventDefault();
        onDragOver();
      }}
      onDrop={(event) => {
        event.preventDefault();
        onDrop();
      }}
    >
      <span
        className="price-rule-drag"
        draggable
        title={t("price.rule.drag")}
        aria-hidden
        onDragStart={(event) => {
          event.dataTransfer.effectAllowed = "move";
          event.dataTransfer.setData("text/plain", text);
          onDrag(key);
        }}
        onDragEnd={() => onDrag(null)}
      >
        <HolderOutlined />
      </span>
      <span className="price-rule-slot">{label}</span>
      <Input
        value={text}
        aria-label={`${label}: ${t("price.rule.text")}`}
        placeholder={t(`price.examples.${slot}`)}
        maxLength={200}
        status={problem ? "error" : ""}
        onChange={(event) => onText(event.target.value)}
        onKeyDown={(event) => {
          if (isComposing(event.nativeEvent)) return;
          if (event.altKey && event.shiftKey && event.key.startsWith("Arrow")) {
            event.preventDefault();
            event.stopPropagation();
            onMove(event.key === "ArrowUp" ? -1 : 1);
          } else if (event.key === "Backspace" && text === "") {
            event.preventDefault();
            onRemove();
          }
        }}
      />
      <span className="price-rule-status" data-long={status?.kind === "excluded" || undefined}>
        {!problem && status && (
          <RowStatusView
            status={status}
            pinned={use === "always"}
            locale={i18n.language as Locale}
            onInsist={onInsist}
          />
        )}
      </span>
      <Dropdown menu={menu} trigger={["click"]}>
        <Button
          className="price-rule-more"
          type="text"
          size="small"
          icon={<EllipsisOutlined aria-hidden />}
          aria-label={`${label}: ${t("price.rule.more")}`}
        />
      </Dropdown>
      <Button
        className="price-rule-close"
        type="text"
        size="small"
        icon={<CloseOutlined aria-hidden />}
        aria-label={`${label}: ${t("price.rule.remove")}`}
        onClick={onRemove}
      />
      {problem && (
        <p className="price-problem price-row-problem" role="alert">
          {sentence(problem.code, problem.params)}
        </p>
      )}
    </li>
  );
}
