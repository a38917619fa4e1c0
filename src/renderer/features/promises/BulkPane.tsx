import {
  CheckOutlined,
  FieldTimeOutlined,
  UndoOutlined,
  UserSwitchOutlined,
} from "@ant-design/icons";
import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { DetailActions } from "./PromiseDetail.tsx";

interface BulkPaneProps {
  readonly count: number;
  /** False: they are closed ones. */
  readonly open: boolean;
  readonly actions: Pick<DetailActions, "clear" | "reopen" | "carry" | "hand">;
}

/** The right side while several promises are selected. */
export function BulkPane({ count, open, actions }: BulkPaneProps) {
  const { t } = useTranslation();
  return (
    <div className="bulk">
      <p className="bulk-count">
        <b>{count}</b> {t("promises.bulk.selected")}
      </p>
      {open ? (
        <>
          <Button type="primary" icon={<CheckOutlined aria-hidden />} onClick={actions.clear}>
            {t("promises.clear")}
          </Button>
          <Button icon={<FieldTimeOutlined aria-hidden />} onClick={actions.carry}>
            {t("promises.carry.button")}
          </Button>
          <Button icon={<UserSwitchOutlined aria-hidden />} onClick={actions.hand}>
            {t("promises.hand.button")}
          </Button>
        </>
      ) : (
        <Button icon={<UndoOutlined aria-hidden />} onClick={actions.reopen}>
          {t("promises.reopen")}
        </Button>
      )}
      <p className="bulk-hint">{t("promises.bulk.hint")}</p>
    </div>
  );
}
