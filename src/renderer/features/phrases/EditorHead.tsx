import {
  CloseOutlined,
  CopyOutlined,
  DeleteOutlined,
  EnterOutlined,
  StarFilled,
  StarOutlined,
  UndoOutlined,
} from "@ant-design/icons";
import { Button, Tooltip } from "antd";
import { useTranslation } from "react-i18next";
import type { Phrase } from "../../../shared/contract/phrases.ts";
import { Time } from "../../ui/Time.tsx";
import type { Draft } from "./useDraft.ts";

/** What the buttons over the fields do. */
export interface HeadActions {
  readonly canPaste: boolean;
  paste(): void;
  copy(): void;
  favourite(wanted: boolean): void;
  trash(): void;
  restore(): void;
  /** Leaves the editor where it covers the list; null where it stands beside. */
  readonly close: (() => void) | null;
}

interface EditorHeadProps {
  readonly phrase: Phrase | null;
  readonly draft: Draft;
  readonly actions: HeadActions;
}

/** Use it, mark it, throw it away. */
export function EditorHead({ phrase, draft, actions }: EditorHeadProps) {
  const { t } = useTranslation();
  const starred = phrase ? phrase.favourite : draft.values.favourite;
  const words = starred ? t("phrases.unfavourite") : t("phrases.favourite");
  const star = (
    <Tooltip title={`${words} (F)`}>
      <Button
        type="text"
        aria-pressed={starred}
        aria-label={t("phrases.favourite")}
        icon={starred ? <StarFilled className="starred" /> : <StarOutlined />}
        onClick={() => (phrase ? actions.favourite(!starred) : draft.set("favourite", !starred))}
      />
    </Tooltip>
  );
  const close = actions.close && (
    <Button
      type="text"
      icon={<CloseOutlined aria-hidden />}
      aria-label={t("phrases.closeEditor")}
      title={`${t("phrases.closeEditor")} (Esc)`}
      onClick={actions.close}
    />
  );
  if (!phrase) {
    return (
      <header className="editor-head">
        <h2>{t("phrases.newTitle")}</h2>
        {star}
        {close}
      </header>
    );
  }
  if (phrase.trashedAt !== null) {
    return (
      <header className="editor-head">
        <h2>
          {t("phrases.inTrash")}
          <small>
            <Time at={phrase.trashedAt} />
          </small>
        </h2>
        <Button type="primary" icon={<UndoOutlined aria-hidden />} onClick={actions.restore}>
          {t("phrases.restore")}
        </Button>
        {close}
      </header>
    );
  }
  return (
    <header className="editor-head">
      {actions.canPaste && (
        <Button icon={<EnterOutlined aria-hidden />} onClick={actions.paste}>
          {t("phrases.paste")}
        </Button>
      )}
      <Button icon={<CopyOutlined aria-hidden />} onClick={actions.copy}>
        {t("phrases.copy")}
      </Button>
      <span className="editor-gap" />
      {star}
      <Tooltip title={`${t("phrases.trash")} (Del)`}>
        <Button
          type="text"
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t("phrases.trash")}
          onClick={actions.trash}
        />
      </Tooltip>
      {close}
    </header>
  );
}
