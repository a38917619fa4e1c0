import { Button, type InputRef } from "antd";
import { useCallback, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { GateWord } from "../../../shared/contract/gate.ts";
import { useKeys } from "../../ui/keys.ts";
import { EmptyState, ErrorState } from "../../ui/States.tsx";
import { useThrottled } from "../../ui/settled.ts";
import { ListMenu } from "./ListMenu.tsx";
import { useWordWindow, type WordFilter } from "./useWordWindow.ts";
import { WordFilters } from "./WordFilters.tsx";
import { WordList, type WordListHandle } from "./WordList.tsx";

/** Dragging the scroll bar through the whole list must not ask for every page on the way. */
const PAGES_EVERY_MS = 120;

interface WordsViewProps {
  readonly filter: WordFilter;
  readonly at: number;
  readonly onFilter: (filter: WordFilter) => void;
  readonly onAt: (index: number) => void;
  readonly onOpen: (word: GateWord) => void;
  readonly onNew: () => void;
  readonly onToggle: (word: GateWord) => void;
  readonly onRemove: (word: GateWord) => void;
}

/** The list of words, with what of it is looked at. */
export function WordsView(props: WordsViewProps) {
  const { filter, at, onFilter, onAt, onOpen, onNew, onToggle, onRemove } = props;
  const { t } = useTranslation();
  const [pages, setPages] = useState<readonly [number, number]>([0, 0]);
  const takePages = useCallback((first: number, last: number) => setPages([first, last]), []);
  const onPages = useThrottled(takePages, PAGES_EVERY_MS);
  const list = useWordWindow(filter, pages[0], pages[1]);
  const handle = useRef<WordListHandle>(null);
  const search = useRef<InputRef>(null);

  useKeys(t("gate.list.keys"), [
    { keys: "/", words: t("gate.list.filter"), run: () => search.current?.focus() },
    { keys: "n", words: t("gate.list.new"), run: onNew },
    { keys: "space", words: t("gate.list.toggle") },
    { keys: "enter", words: t("gate.list.open") },
    { keys: "del", words: t("gate.list.remove") },
  ]);

  const filterBy = (next: WordFilter): void => {
    onFilter(next);
    handle.current?.toTop();
  };
  const toList = (): void => {
    handle.current?.focus();
    if (at < 0) {
      onAt(0);
      const first = list.rowAt(0);
      if (first) onOpen(first);
    }
  };
  const onlyOwn = filter.text === "" && filter.source !== null && filter.source !== "bundled";

  return (
    <section className="words" aria-label={t("gate.list.title")}>
      <WordFilters
        filter={filter}
        counts={list.counts}
        search={search}
        menu={<ListMenu />}
        onFilter={filterBy}
        onNew={onNew}
        onList={toList}
      />
      {list.error ? (
        <ErrorState error={list.error} onRetry={list.retry} />
      ) : list.ready && list.total === 0 ? (
        <EmptyState
          sentence={
            onlyOwn || filter.text === ""
              ? t("gate.list.emptyMine")
              : t("gate.list.empty", { text: filter.text })
          }
          action={
            <Button type="primary" onClick={onNew}>
              {t("gate.list.new")}
            </Button>
          }
          example={t("gate.list.emptyExample")}
        />
      ) : (
        <WordList
          ref={handle}
          list={list}
          at={at}
          onAt={onAt}
          onPages={onPages}
          onOpen={onOpen}
          onToggle={onToggle}
          onRemove={onRemove}
        />
      )}
    </section>
  );
}
