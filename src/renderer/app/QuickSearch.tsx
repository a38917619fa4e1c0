import { SearchOutlined } from "@ant-design/icons";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { PhraseRow } from "../../shared/contract/phrases.ts";
import { useCall } from "../api/hooks.ts";
import { usePhraseUse } from "../features/phrases/usePhraseUse.ts";
import { Marked } from "../ui/Marked.tsx";
import { isComposing, useKeys } from "../ui/keys.ts";
import "./quick.css";
import { Dialog } from "../ui/Dialog.tsx";

const ROWS = 9;

/** The palette inside the app: type, arrows, Enter pastes or copies. */
export function QuickSearch({ open, onClose }: { open: boolean; onClose: () => void }) {
  return (
    <Dialog
      open={open}
      onCancel={onClose}
      footer={null}
      closable={false}
      width={640}
      style={{ top: 72 }}
      styles={{ container: { padding: 0 } }}
      destroyOnHidden
    >
      <QuickList onClose={onClose} />
    </Dialog>
  );
}

function QuickList({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { canPaste, paste } = usePhraseUse();
  const [text, setText] = useState("");
  const [chosen, setChosen] = useState(0);
  const listId = useId();
  const shop = useCall("settings.get", {}).data?.shop || null;
  const { data, isPlaceholderData: old } = useCall(
    "search.query",
    { text, limit: ROWS, shop },
    { keepPrevious: true },
  );
  const hits = data?.hits ?? [];
  const at = Math.min(chosen, hits.length - 1);
  // Enter before the rows of what was typed are there waits for them.
  const held = useRef(false);
  const answered = data !== undefined && !old && (data.ready || hits.length > 0);
  const verb = canPaste ? t("frame.quick.paste") : t("frame.quick.copy");

  useKeys(
    "quick",
    [
      { keys: "enter", words: verb },
      { keys: "down", words: t("frame.quick.choose") },
    ],
    { modal: true },
  );

  const use = (phrase: PhraseRow | undefined): void => {
    if (!phrase) return;
    onClose();
    void paste(phrase);
  };
  useEffect(() => {
    if (!held.current || !answered) return;
    held.current = false;
    use(hits[at]?.phrase);
  });
  const pressed = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined && hits.length > 0) {
      event.preventDefault();
      setChosen((at + step + hits.length) % hits.length);
    } else if (event.key === "Enter") {
      event.preventDefault();
      if (answered) use(hits[at]?.phrase);
      else held.current = true;
    }
  };

  return (
    <div className="quick">
      <div className="quick-input">
        <SearchOutlined aria-hidden />
        <input
          autoFocus
          role="combobox"
          aria-expanded
          aria-controls={listId}
          aria-activedescendant={hits.length > 0 ? `${listId}-${at}` : undefined}
          aria-label={t("frame.keysOverlay.quick")}
          placeholder={t("frame.quick.placeholder")}
          value={text}
          maxLength={500}
          onChange={(event) => {
            setText(event.target.value);
            setChosen(0);
            held.current = false;
          }}
          onKeyDown={pressed}
        />
      </div>
      <div className="quick-list" role="listbox" id={listId} aria-label={t("frame.quickSearch")}>
        {hits.map(({ phrase, marks }, index) => (
          <div
            key={phrase.id}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className="quick-row"
            onMouseDown={(event) => event.preventDefault()}
            onClick={() => use(phrase)}
            onKeyDown={pressed}
          >
            <div className="quick-top">
              <b>
                <Marked text={phrase.title} ranges={marks.title} />
              </b>
              {phrase.shortcut && (
                <code>
                  <Marked text={phrase.shortcut} ranges={marks.shortcut} />
                </code>
              )}
              <span className="quick-path">{phrase.categoryPath.join(" › ")}</span>
            </div>
            <div className="quick-body">
              <Marked text={phrase.body} ranges={marks.body} />
            </div>
          </div>
        ))}
        {data && hits.length === 0 && (
          <p className="quick-none">
            {text === "" ? t("frame.quick.nothing") : t("frame.quick.empty", { text })}
          </p>
        )}
        {data && !data.ready && <p className="quick-none">{t("frame.quick.building")}</p>}
      </div>
      <div className="quick-foot">
        <span>
          <kbd>Enter</kbd> {verb}
        </span>
        <span>
          <kbd>↑</kbd> <kbd>↓</kbd> {t("frame.quick.choose")}
        </span>
        <span>
          <kbd>Esc</kbd> {t("frame.close")}
        </span>
      </div>
    </div>
  );
}
