import { CopyOutlined, DeleteOutlined, EditOutlined } from "@ant-design/icons";
import { Button, Checkbox, Input, Rate, Tag } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Range } from "../../../shared/contract/search.ts";
import { type Outcome, type Wording, WORDING_LIMITS } from "../../../shared/contract/wordings.ts";
import { Marked } from "../../ui/Marked.tsx";
import type { WordingActions } from "./useWordings.ts";

const OUTCOMES: readonly Outcome[] = ["deal", "none", "unclear"];

interface WordingCardProps {
  readonly wording: Wording;
  readonly actions: WordingActions;
  readonly focused: boolean;
  readonly compared: boolean;
  /** What it says beyond the standard. */
  readonly marks: readonly Range[];
  readonly onFocus: () => void;
  readonly onCompare: (on: boolean) => void;
}

/** One wording: its text, what one thinks of it, how it did. */
export function WordingCard(props: WordingCardProps) {
  const { wording, actions, focused, compared, marks, onFocus, onCompare } = props;
  const { t } = useTranslation();
  const [draft, setDraft] = useState<string | null>(null);
  const { id, phrase } = wording;
  const editing = draft !== null;
  const save = (): void => {
    if (draft !== null && draft.trim() !== "" && draft !== wording.body) actions.edit(id, draft);
    setDraft(null);
  };
  return (
    <article
      id={`wording-${id}`}
      className="wording-card"
      data-standard={wording.standard || undefined}
      tabIndex={focused ? 0 : -1}
      aria-label={wording.body.slice(0, 40)}
      aria-current={focused || undefined}
      onFocus={onFocus}
    >
      <header>
        {wording.standard && <Tag className="wording-standard">{t("wordings.standard")}</Tag>}
        <Tag>{wording.author || t(`wordings.origins.${wording.origin}`)}</Tag>
        {phrase && (
          <span className="wording-phrase" title={phrase.title}>
            {phrase.title}
            {phrase.shortcut !== "" && <code>/{phrase.shortcut}</code>}
          </span>
        )}
        <span className="wording-gap" />
        <Checkbox
          checked={compared}
          tabIndex={-1}
          onChange={(event) => onCompare(event.target.checked)}
        >
          {t("wordings.compare")}
        </Checkbox>
      </header>
      {editing ? (
        <Input.TextArea
          autoFocus
          value={draft}
          autoSize={{ minRows: 3, maxRows: 14 }}
          aria-label={t("wordings.text")}
          onChange={(event) => setDraft(event.target.value)}
          onBlur={save}
          onKeyDown={(event) => {
            if (event.key === "Escape") setDraft(null);
            if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) save();
            event.stopPropagation();
          }}
        />
      ) : (
        <p className="wording-body">
          <Marked text={wording.body} ranges={marks} />
        </p>
      )}
      <div className="wording-worth">
        <Rate
          value={wording.rating}
          tooltips={[1, 2, 3, 4, 5].map((stars) => t("wordings.stars", { count: stars }))}
          onChange={(rating) => actions.rate(id, rating)}
        />
        <span className="wording-uses">{t("wordings.uses", { count: wording.uses })}</span>
      </div>
      <div className="wording-outcomes" role="group" aria-label={t("wordings.outcome")}>
        {OUTCOMES.map((outcome) => (
          <Button
            key={outcome}
            size="small"
            tabIndex={-1}
            title={t("wordings.outcomeBack")}
            onClick={(event) => actions.mark(id, outcome, event.shiftKey)}
          >
            {t(`wordings.outcomes.${outcome}`)}
            <b>{wording.outcomes[outcome]}</b>
          </Button>
        ))}
      </div>
      <Note
        key={wording.note}
        value={wording.note}
        label={t("wordings.note")}
        onSave={(note) => actions.note(id, note)}
      />
      <footer>
        {!wording.standard && (
          <Button size="small" tabIndex={-1} onClick={() => actions.promote(id)}>
            {t("wordings.promote")}
          </Button>
        )}
        <span className="wording-gap" />
        <Button
          size="small"
          type="text"
          tabIndex={-1}
          icon={<CopyOutlined aria-hidden />}
          aria-label={t("wordings.copy")}
          title={t("wordings.copy")}
          onClick={() => void actions.copy(wording)}
        />
        {!phrase && (
          <Button
            size="small"
            type="text"
            tabIndex={-1}
            icon={<EditOutlined aria-hidden />}
            aria-label={t("wordings.edit")}
            title={t("wordings.edit")}
            onClick={() => setDraft(wording.body)}
          />
        )}
        <Button
          size="small"
          type="text"
          tabIndex={-1}
          icon={<DeleteOutlined aria-hidden />}
          aria-label={t("wordings.remove")}
          title={t("wordings.remove")}
          onClick={() => actions.remove(id)}
        />
      </footer>
    </article>
  );
}

interface NoteProps {
  readonly value: string;
  readonly label: string;
  readonly onSave: (note: string) => void;
}

/** Why it is good or not; saved on leaving. */
function Note({ value, label, onSave }: NoteProps) {
  const [text, setText] = useState(value);
  return (
    <Input
      size="small"
      variant="underlined"
      tabIndex={-1}
      value={text}
      maxLength={WORDING_LIMITS.note}
      placeholder={label}
      aria-label={label}
      onChange={(event) => setText(event.target.value)}
      onBlur={() => text !== value && onSave(text)}
      onPressEnter={(event) => event.currentTarget.blur()}
    />
  );
}
