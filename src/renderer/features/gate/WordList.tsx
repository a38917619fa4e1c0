import { useVirtualizer } from "@tanstack/react-virtual";
import { Switch, Tag } from "antd";
import {
  type KeyboardEvent,
  type Ref,
  useEffect,
  useId,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
} from "react";
import { useTranslation } from "react-i18next";
import type { GateWord } from "../../../shared/contract/gate.ts";
import { isComposing } from "../../ui/keys.ts";
import { PAGE, type WordWindow } from "./useWordWindow.ts";

const ROW_HEIGHT = 36;

export interface WordListHandle {
  focus(): void;
  toTop(): void;
}

interface WordListProps {
  readonly ref: Ref<WordListHandle>;
  readonly list: WordWindow;
  /** Place of the chosen row; -1 for none. */
  readonly at: number;
  readonly onAt: (index: number) => void;
  readonly onPages: (first: number, last: number) => void;
  readonly onOpen: (word: GateWord) => void;
  readonly onToggle: (word: GateWord) => void;
  readonly onRemove: (word: GateWord) => void;
}

/** The entries, of which only those on the screen exist. */
export function WordList(props: WordListProps) {
  const { ref, list, at, onAt, onPages, onOpen, onToggle, onRemove } = props;
  const { t } = useTranslation();
  const listId = useId();
  const scroller = useRef<HTMLDivElement>(null);
  // oxlint-disable-next-line react/incompatible-library -- nothing here is memoised over it
  const virtualizer = useVirtualizer({
    count: list.total,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: 12,
  });
  const items = virtualizer.getVirtualItems();
  const first = Math.floor((items[0]?.index ?? 0) / PAGE);
  const last = Math.floor((items.at(-1)?.index ?? 0) / PAGE);
  useLayoutEffect(() => onPages(first, last), [first, last, onPages]);
  useEffect(() => {
    if (at >= 0) virtualizer.scrollToIndex(at, { align: "auto" });
  }, [at, virtualizer]);
  useImperativeHandle(ref, () => ({
    focus: () => scroller.current?.focus(),
    toTop: () => virtualizer.scrollToOffset(0),
  }));

  const choose = (index: number): void => {
    const next = Math.max(0, Math.min(list.total - 1, index));
    onAt(next);
    const word = list.rowAt(next);
    if (word) onOpen(word);
  };
  const pressed = (event: KeyboardEvent): void => {
    if (event.target !== event.currentTarget || isComposing(event.nativeEvent)) return;
    const word = list.rowAt(at);
    const page = Math.max(1, Math.floor((scroller.current?.clientHeight ?? 0) / ROW_HEIGHT) - 1);
    const steps: Record<string, () => void> = {
      ArrowDown: () => choose(at + 1),
      ArrowUp: () => choose(at - 1),
      PageDown: () => choose(at + page),
      PageUp: () => choose(at - page),
      Home: () => choose(0),
      End: () => choose(list.total - 1),
      Enter: () => word && onOpen(word),
      " ": () => word && onToggle(word),
      Delete: () => word && onRemove(word),
    };
    const run = steps[event.key];
    if (!run || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    run();
  };

  return (
    <div
      ref={scroller}
      className="word-list"
      role="listbox"
      aria-label={t("gate.list.title")}
      aria-activedescendant={at >= 0 && list.rowAt(at) ? `${listId}-${at}` : undefined}
      tabIndex={0}
      onKeyDown={pressed}
    >
      <div style={{ height: virtualizer.getTotalSize(), position: "relative" }}>
        {items.map((item) => {
          const word = list.rowAt(item.index);
          return (
            <div
              key={item.key}
              className="word-slot"
              style={{ transform: `translateY(${item.start}px)` }}
            >
              {word && (
                <div
                  id={`${listId}-${item.index}`}
                  role="option"
                  aria-selected={item.index === at}
                  className="word-row"
                  data-off={!word.enabled || undefined}
                  onClick={() => choose(item.index)}
                >
                  <Row word={word} onToggle={() => onToggle(word)} />
                </div>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
}

function Row({ word, onToggle }: { word: GateWord; onToggle: () => void }) {
  const { t } = useTranslation();
  const { severity, kind, source } = word;
  const instead = word.replacements.map((each) => (each === "" ? t("gate.list.leaveOut") : each));
  return (
    <>
      <span className="word-severity" data-severity={severity}>
        {t(`gate.severities.${severity}`)}
      </span>
      <span className="word-word" title={word.word}>
        {word.word}
      </span>
      <span className="word-instead" title={instead.join(" / ")}>
        {instead.length > 0 && `→ ${instead.join(" / ")}`}
      </span>
      <span className="word-kind">{t(`gate.kinds.${kind}`)}</span>
      <span className="word-source">
        {source === "bundled" ? (
          t("gate.sources.bundled")
        ) : (
          <Tag color="processing">{t(`gate.sources.${source}`)}</Tag>
        )}
      </span>
      <Switch
        size="small"
        checked={word.enabled}
        tabIndex={-1}
        aria-label={`${t("gate.list.on")}: ${word.word}`}
        onClick={(_, event) => {
          event.stopPropagation();
          onToggle();
        }}
      />
    </>
  );
}
