import {
  CloseOutlined,
  CopyOutlined,
  EnterOutlined,
  DeleteOutlined,
  StarFilled,
  StarOutlined,
  UndoOutlined,
} from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { Picture } from "../../../shared/contract/pictures.ts";
import { Time } from "../../ui/Time.tsx";

/** What the buttons over the picture do. */
export interface DetailActions {
  /** Null where nothing can be pasted into other windows. */
  readonly paste: (() => void) | null;
  copy(): void;
  favourite(wanted: boolean): void;
  trash(): void;
  restore(): void;
  /** Leaves the detail where it covers the grid; null where it stands beside. */
  readonly close: (() => void) | null;
}

/** Use it, mark it, throw it away. */
export function DetailHead({ picture, actions }: { picture: Picture; actions: DetailActions }) {
  const { t } = useTranslation();
  const starred = picture.favourite;
  const words = starred ? t("pictures.unfavourite") : t("pictures.favourite");
  const close = actions.close && (
    <Button
      type="text"
      icon={<CloseOutlined aria-hidden />}
      aria-label={t("pictures.close")}
      title={`${t("pictures.close")} (Esc)`}
      onClick={actions.close}
    />
  );
  if (picture.trashedAt !== null)
    return (
      <header className="editor-head">
        <h2>
          {t("pictures.inTrash")}
          <small>
            <Time at={picture.trashedAt} />
          </small>
        </h2>
        <Button type="primary" icon={<UndoOutlined aria-hidden />} onClick={actions.restore}>
          {t("pictures.restore")}
        </Button>
        {close}
      </header>
    );
  return (
    <header className="editor-head">
      {actions.paste && (
        <Button icon={<EnterOutlined aria-hidden />} title="Enter" onClick={actions.paste}>
          {t("pictures.paste")}
        </Button>
      )}
      <Button icon={<CopyOutlined aria-hidden />} title="C" onClick={actions.copy}>
        {t("pictures.copy")}
      </Button>
      <span className="editor-gap" />
      <Tooltip title={`${words} (F)`}>
        <Button
          type="text"
          aria-pressed={starred}
          aria-label={t("pictures.favourite")}
          icon={starred ? <StarFilled className="starred" /> : <StarOutlined />}
          onClick={() => actions.favourite(!starred)}
        />
      </Tooltip>
      <Tooltip title={`${t("pictures.trash")} (Del)`}>
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t("pictures.trash")}
          onClick={actions.trash}
        />
      </Tooltip>
      {close}
    </header>
  );
}
