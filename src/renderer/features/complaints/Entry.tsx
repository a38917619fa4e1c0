import { Button, Input } from "antd";
import { type KeyboardEvent, useState } from "react";
import { useTranslation } from "react-i18next";
import { COMPLAINT_LIMITS } from "../../../shared/contract/complaintFacts.ts";
import type { TimelineEntry } from "../../../shared/contract/complaints.ts";
import { isComposing, keyName } from "../../ui/keys.ts";
import { Time } from "../../ui/Time.tsx";
import { Evidence } from "./Evidence.tsx";
import { useEntryWords } from "./entryWords.ts";
import type { CaseActs } from "./useCase.ts";

interface EntryProps {
  readonly caseId: string;
  readonly entry: TimelineEntry;
  readonly acts: CaseActs;
}

/** What is read word for word: the rest is one line. */
const WEIGHTY = new Set([
  "recorded",
  "attached",
  "proposed",
  "answered",
  "escalated",
  "decided",
  "satisfied",
]);

/** One thing that happened, with what was added to it later. */
export function Entry({ caseId, entry, acts }: EntryProps) {
  const { t } = useTranslation();
  const { event, corrections } = entry;
  const { head, lines, text } = useEntryWords()(entry);
  const [correcting, setCorrecting] = useState(false);
  const mayCorrect = event.kind === "recorded" || event.kind === "attached";
  return (
    <li
      className="case-entry"
      data-kind={event.kind}
      data-weight={WEIGHTY.has(event.kind) ? "full" : "line"}
      data-mine={entry.mine || undefined}
    >
      <header>
        <span className="case-entry-head">{head}</span>
        {event.data.by !== "" && <span className="complaint-soft">{event.data.by}</span>}
        <span className="complaint-soft">
          <Time at={entry.at} />
        </span>
        {mayCorrect && !correcting && (
          <Button
            type="text"
            size="small"
            className="case-correct"
            title={t("complaints.timeline.correctWhy")}
            onClick={() => setCorrecting(true)}
          >
            {t("complaints.timeline.correct")}
          </Button>
        )}
      </header>
      {text !== "" && (
        <p
          className="case-entry-text"
          title={
            event.kind === "recorded"
              ? t("complaints.timeline.sum", { sum: event.data.sha256 })
              : undefined
          }
        >
          {text}
        </p>
      )}
      {lines.map((line) => (
        <p key={line} className="complaint-soft">
          {line}
        </p>
      ))}
      {event.kind === "attached" && (
        <Evidence caseId={caseId} file={event.data.file} kept={entry.kept !== false} />
      )}
      {corrections.map((correction) => (
        <div key={correction.id} className="case-correction">
          <span className="complaint-soft">
            <b>{t("complaints.timeline.corrected")}</b> {correction.by} <Time at={correction.at} />
          </span>
          <p className="case-entry-text">{correction.text}</p>
        </div>
      ))}
      {correcting && (
        <Correcting entryId={entry.id} acts={acts} onDone={() => setCorrecting(false)} />
      )}
    </li>
  );
}

function Correcting(props: {
  readonly entryId: string;
  readonly acts: CaseActs;
  readonly onDone: () => void;
}) {
  const { entryId, acts, onDone } = props;
  const { t } = useTranslation();
  const [text, setText] = useState("");
  const save = async (): Promise<void> => {
    if (text.trim() === "") return;
    if (await acts.run("complaints.correct", { recordId: entryId, text })) onDone();
  };
  const pressed = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Escape") onDone();
    else if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="case-correction">
      <p className="complaint-soft">{t("complaints.timeline.correctWhy")}</p>
      <Input.TextArea
        autoFocus
        value={text}
        maxLength={COMPLAINT_LIMITS.record}
        autoSize={{ minRows: 2, maxRows: 6 }}
        aria-label={t("complaints.timeline.correction")}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={pressed}
      />
      <div className="case-add-foot">
        <span className="complaint-gap" />
        <Button size="small" onClick={onDone}>
          {t("complaints.cancel")}
        </Button>
        <Button
          size="small"
          type="primary"
          disabled={text.trim() === ""}
          onClick={() => void save()}
        >
          {t("complaints.timeline.addCorrection")} {keyName("mod+enter")}
        </Button>
      </div>
    </div>
  );
}
