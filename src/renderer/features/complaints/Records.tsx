import { Segmented } from "antd";
import {
  type DragEvent,
  type Ref,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
  useState,
} from "react";
import { useTranslation } from "react-i18next";
import type { ComplaintDetail } from "../../../shared/contract/complaints.ts";
import { isTyping } from "../../ui/keys.ts";
import { bringsFiles, fromClipboard } from "../../ui/pictures/given.ts";
import { useStored } from "../../ui/stored.ts";
import { AddRecord, type AddRecordHandle } from "./AddRecord.tsx";
import { Entry } from "./Entry.tsx";
import type { CaseActs } from "./useCase.ts";

export interface RecordsHandle {
  /** Gives the keyboard to the field for a new record. */
  focus(): void;
}

interface RecordsProps {
  readonly ref: Ref<RecordsHandle>;
  readonly detail: ComplaintDetail;
  readonly acts: CaseActs;
}

type Shown = "all" | "records";
const RECORDS = new Set(["recorded", "attached"]);

/** Everything that happened, the newest at the bottom, and the field for what happens next. */
export function Records({ ref, detail, acts }: RecordsProps) {
  const { t, i18n } = useTranslation();
  const [shown, setShown] = useStored<Shown>("complaints.shown", "all");
  const [over, setOver] = useState(false);
  const field = useRef<AddRecordHandle>(null);
  const end = useRef<HTMLOListElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }));

  const { timeline } = detail;
  const entries = useMemo(() => {
    const ids = new Set(timeline.map(({ id }) => id));
    return timeline.filter(
      ({ event }) =>
        // A correction stands under what it corrects.
        !(event.kind === "corrected" && ids.has(event.data.record)) &&
        (shown === "all" || RECORDS.has(event.kind)),
    );
  }, [timeline, shown]);
  // What was added last is what one wants to see.
  useEffect(() => {
    const list = end.current;
    if (list && entries.length > 0) list.scrollTop = list.scrollHeight;
  }, [entries]);

  const pictures = (data: DataTransfer): { file: File; name: string }[] => {
    const time = new Intl.DateTimeFormat(i18n.language, { dateStyle: "short", timeStyle: "medium" })
      .format(Date.now())
      // A slash would be a folder.
      .replaceAll("/", "-");
    return fromClipboard(data, t("complaints.timeline.pastedName", { time })).map(
      ({ file, path }) => ({ file, name: path }),
    );
  };
  const pasted = useRef((_event: ClipboardEvent): void => {});
  useEffect(() => {
    pasted.current = (event) => {
      const inField = event.target instanceof Node && field.current?.holds(event.target);
      if (!event.clipboardData || (isTyping(event.target) && !inField)) return;
      const files = pictures(event.clipboardData);
      if (files.length === 0) return;
      event.preventDefault();
      void acts.attach(files);
    };
  });
  useEffect(() => {
    const heard = (event: ClipboardEvent): void => pasted.current(event);
    document.addEventListener("paste", heard);
    return () => document.removeEventListener("paste", heard);
  }, []);
  const dropping = {
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
      void acts.attach([...event.dataTransfer.files].map((file) => ({ file, name: file.name })));
    },
  };

  return (
    <section className="case-middle" aria-label={t("complaints.timeline.title")} {...dropping}>
      <header>
        <h2>{t("complaints.timeline.title")}</h2>
        <Segmented<Shown>
          size="small"
          aria-label={t("complaints.timeline.shown")}
          value={shown}
          options={(["all", "records"] as const).map((value) => ({
            value,
            label: t(`complaints.timeline.show.${value}`),
          }))}
          onChange={setShown}
        />
      </header>
      <ol ref={end} className="case-timeline">
        {entries.map((entry) => (
          <Entry key={entry.id} caseId={detail.case.id} entry={entry} acts={acts} />
        ))}
        {entries.length === 0 && (
          <li className="complaint-soft">{t("complaints.timeline.nothing")}</li>
        )}
      </ol>
      <AddRecord ref={field} id={detail.case.id} acts={acts} />
      {over && (
        <div className="case-drop" aria-hidden>
          {t("complaints.timeline.drop")}
        </div>
      )}
    </section>
  );
}
