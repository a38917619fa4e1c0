import { type RefObject, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useKeys } from "../../ui/keys.ts";

/** What the keyboard goes through, in the order in which it is read. */
export const ITEM = "today-item";

const itemsIn = (place: HTMLElement | null): HTMLElement[] => [
  ...(place?.querySelectorAll<HTMLElement>(`.${ITEM}`) ?? []),
];

/** Arrows and j k go from item to item, Enter opens (items are links), Space clears. */
export function useItemKeys(place: RefObject<HTMLElement | null>): void {
  const { t } = useTranslation();
  const wanted = useRef<number | null>(null);

  const move = (step: 1 | -1): void => {
    const items = itemsIn(place.current);
    const at = items.findIndex((item) => item === document.activeElement);
    const next = at === -1 ? (step === 1 ? 0 : items.length - 1) : at + step;
    items[Math.max(0, Math.min(items.length - 1, next))]?.focus();
  };
  const clear = ({ target, repeat }: KeyboardEvent): void => {
    // A held key is one step: the item that takes the place of a cleared one is not cleared with it.
    if (repeat) return;
    // A button that has the keyboard is pressed by Space, as everywhere.
    if (target instanceof HTMLButtonElement) return target.click();
    const items = itemsIn(place.current);
    const at = items.findIndex((item) => item === document.activeElement);
    const button = items[at]?.parentElement?.querySelector<HTMLElement>("[data-clears]");
    if (!button) return;
    wanted.current = at;
    button.click();
  };
  // The item after a cleared one gets the keyboard.
  useEffect(() => {
    const at = wanted.current;
    if (at === null || document.activeElement !== document.body) return;
    wanted.current = null;
    const items = itemsIn(place.current);
    items[Math.min(at, items.length - 1)]?.focus();
  });

  useKeys("today", [
    { keys: "down", shown: "↑ ↓ J K", words: t("today.keys.move"), run: () => move(1) },
    { keys: "up", shown: "", words: "", run: () => move(-1) },
    { keys: "j", shown: "", words: "", run: () => move(1) },
    { keys: "k", shown: "", words: "", run: () => move(-1) },
    { keys: "enter", words: t("today.keys.open") },
    { keys: "space", words: t("today.keys.clear"), run: clear },
    {
      keys: "n",
      words: t("today.keys.new"),
      run: () => void (window.location.hash = "/promises?new"),
    },
  ]);
}
