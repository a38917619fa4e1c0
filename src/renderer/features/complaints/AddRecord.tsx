import { PaperClipOutlined } from "@ant-design/icons";
import { Button, Input, Segmented } from "antd";
import type { TextAreaRef } from "antd/es/input/TextArea";
import { type KeyboardEvent, type Ref, useImperativeHandle, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { type RecordKind, recordKind } from "../../../shared/contract/complaintEvents.ts";
import { COMPLAINT_LIMITS } from "../../../shared/contract/complaintFacts.ts";
import { isComposing, keyName } from "../../ui/keys.ts";
import { readStored, writeStored } from "../../ui/stored.ts";
import type { CaseActs } from "./useCase.ts";

export interface AddRecordHandle {
  focus(): void;
  /** True when the node is in the field for the text. */
  holds(node: Node): boolean;
}

interface AddRecordProps {
  readonly ref: Ref<AddRecordHandle>;
  readonly id: string;
  readonly acts: CaseActs;
}

/** Writes down what was said or adds files. What is typed is kept until it is written down. */
export function AddRecord({ ref, id, acts }: AddRecordProps) {
  const { t } = useTranslation();
  const storeKey = `complaints.record.${id}`;
  const [text, setText] = useState(() => readStored<string>(storeKey) ?? "");
  const [kind, setKind] = useState<RecordKind>("chat");
  const field = useRef<TextAreaRef>(null);
  const input = useRef<HTMLInputElement>(null);
  useImperativeHandle(ref, () => ({
    focus: () => field.current?.focus(),
    holds: (node) => field.current?.resizableTextArea?.textArea === node,
  }));

  const type = (next: string): void => {
    setText(next);
    writeStored(storeKey, next === "" ? null : next);
  };
  const save = async (): Promise<void> => {
    if (text.trim() === "" || acts.busy === "complaints.record") return;
    if (await acts.run("complaints.record", { kind, text })) type("");
  };
  const pressed = (event: KeyboardEvent): void => {
    if (isComposing(event.nativeEvent)) return;
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) void save();
    else if (event.key === "Escape") field.current?.blur();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="case-add">
      <Input.TextArea
        ref={field}
        value={text}
        maxLength={COMPLAINT_LIMITS.record}
        autoSize={{ minRows: 2, maxRows: 8 }}
        aria-label={t("complaints.timeline.placeholder")}
        placeholder={t("complaints.timeline.placeholder")}
        onChange={(event) => type(event.target.value)}
        onKeyDown={pressed}
      />
      <div className="case-add-foot">
        <Segmented<RecordKind>
          size="small"
          aria-label={t("complaints.timeline.recordKind")}
          value={kind}
          options={recordKind.options.map((value) => ({
            value,
            label: t(`complaints.timeline.records.${value}`),
          }))}
          onChange={setKind}
        />
        <Button
          size="small"
          icon={<PaperClipOutlined aria-hidden />}
          loading={acts.busy === "complaints.attach"}
          onClick={() => input.current?.click()}
        >
          {t("complaints.timeline.attach")}
        </Button>
        <input
          ref={input}
          type="file"
          multiple
          hidden
          onChange={(event) => {
            const files = [...(event.target.files ?? [])];
            event.target.value = "";
            void acts.attach(files.map((file) => ({ file, name: file.name })));
          }}
        />
        <span className="complaint-gap" />
        <Button
          size="small"
          type="primary"
          disabled={text.trim() === ""}
          loading={acts.busy === "complaints.record"}
          onClick={() => void save()}
        >
          {t("complaints.timeline.record")} {keyName("mod+enter")}
        </Button>
      </div>
      <p className="complaint-soft">{t("complaints.timeline.keeps")}</p>
    </div>
  );
}
