import { type DragEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { isTyping } from "../../ui/keys.ts";
import { sayFailure, useNotify } from "../../ui/Notices.tsx";
import {
  bringsFiles,
  fromClipboard,
  fromDrop,
  type Given,
  type GivenFiles,
} from "../../ui/pictures/given.ts";

/** Pictures that come by drag and drop and by Ctrl+V. @param take is given what came */
export function useIncoming(take: (given: readonly Given[]) => void) {
  const { t, i18n } = useTranslation();
  const notify = useNotify();
  const [over, setOver] = useState(false);

  const takeFiles = ({ pictures, passed }: GivenFiles): void => {
    if (passed > 0) notify("info", t("pictures.passed", { count: passed }));
    take(pictures);
  };

  const pasted = useRef((_event: ClipboardEvent): void => {});
  useEffect(() => {
    pasted.current = (event) => {
      // In a field Ctrl+V means its letters.
      if (isTyping(event.target) || !event.clipboardData) return;
      const time = new Intl.DateTimeFormat(i18n.language, {
        dateStyle: "short",
        timeStyle: "medium",
      })
        .format(Date.now())
        // A slash would be a folder.
        .replaceAll("/", "-");
      const given = fromClipboard(event.clipboardData, t("pictures.pastedName", { time }));
      if (given.length === 0) {
        if (event.clipboardData.types.length > 0) notify("info", t("pictures.noPicture"));
        return;
      }
      event.preventDefault();
      take(given);
    };
  });
  useEffect(() => {
    const heard = (event: ClipboardEvent): void => pasted.current(event);
    document.addEventListener("paste", heard);
    return () => document.removeEventListener("paste", heard);
  }, []);

  return {
    /** True while files hang over the screen. */
    over,
    takeFiles,
    dropping: {
      onDragOver(event: DragEvent) {
        if (!bringsFiles(event.dataTransfer)) return;
        event.preventDefault();
        event.dataTransfer.dropEffect = "copy";
        setOver(true);
      },
      onDragLeave(event: DragEvent) {
        if (!event.currentTarget.contains(event.relatedTarget as Node | null)) setOver(false);
      },
      onDrop(event: DragEvent) {
        if (!bringsFiles(event.dataTransfer)) return;
        event.preventDefault();
        setOver(false);
        fromDrop(event.dataTransfer).then(takeFiles).catch(sayFailure);
      },
    },
  };
}
