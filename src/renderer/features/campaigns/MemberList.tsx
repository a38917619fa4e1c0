import { CloseOutlined, HolderOutlined } from "@ant-design/icons";
import { Button, Checkbox } from "antd";
import { type DragEvent, type KeyboardEvent, useEffect, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { SetMember } from "../../../shared/contract/campaigns.ts";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import type { Spot } from "./useSetDraft.ts";

interface MemberListProps {
  readonly name: string;
  readonly phase: string | null;
  readonly members: readonly SetMember[];
  readonly rows: ReadonlyMap<string, PhraseRow>;
  readonly onChange: (members: SetMember[]) => void;
  readonly onMove: (from: Spot, to: Spot) => void;
  /** One step up or down, also over the edge of the list; where it went. */
  readonly onStep: (from: Spot, step: 1 | -1) => Spot | null;
}

/** Which phrase is being dragged; the browser hides its data until the drop. */
let dragged: Spot | null = null;

/** The phrases of one list in their order: dragged, or moved with Alt and the arrows; Del takes one out. */
export function MemberList(props: MemberListProps) {
  const { name, phase, members, rows, onChange, onMove, onStep } = props;
  const { t } = useTranslation();
  const list = useRef<HTMLUListElement>(null);
  const [over, setOver] = useState<number | null>(null);
  /** The phrase that keeps the keyboard where it goes. */
  const following = useRef<string | null>(null);

  useEffect(() => {
    const id = following.current;
    if (id === null) return;
    following.current = null;
    // It may have gone to a neighbouring list.
    const editor = list.current?.closest("form");
    editor?.querySelector<HTMLElement>(`[data-member="${CSS.escape(id)}"]`)?.focus();
  });

  const remove = (index: number): void => onChange(members.toSpliced(index, 1));
  const pressed = (event: KeyboardEvent, index: number): void => {
    if (event.target !== event.currentTarget) return;
    const step = ({ ArrowUp: -1, ArrowDown: 1 } as const)[event.key as "ArrowUp" | "ArrowDown"];
    if (step !== undefined && event.altKey) {
      event.preventDefault();
      const { phraseId } = members[index]!;
      following.current = phraseId;
      onStep({ phase, index }, step);
    } else if (step !== undefined) {
      event.preventDefault();
      list.current?.querySelectorAll<HTMLElement>("[data-member]")[index + step]?.focus();
    } else if (event.key === "Delete" || event.key === "Backspace") {
      event.preventDefault();
      const next = members[index + 1] ?? members[index - 1];
      following.current = next?.phraseId ?? null;
      remove(index);
    }
  };
  const dropping = (event: DragEvent, index: number): void => {
    if (!dragged) return;
    event.preventDefault();
    const box = event.currentTarget.getBoundingClientRect();
    setOver(event.clientY > box.top + box.height / 2 ? index + 1 : index);
  };
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    if (dragged && over !== null) {
      // The place counts without the phrase itself.
      const before = dragged.phase === phase && dragged.index < over;
      onMove(dragged, { phase, index: before ? over - 1 : over });
    }
    dragged = null;
    setOver(null);
  };
  return (
    <ul
      ref={list}
      className="member-list"
      aria-label={name}
      onDragOver={(event) => {
        if (members.length === 0) dropping(event, 0);
      }}
      onDragLeave={() => setOver(null)}
      onDrop={drop}
      data-over={(over !== null && members.length === 0) || undefined}
    >
      {members.map((member, index) => {
        const row = rows.get(member.phraseId);
        const title = row?.title ?? "…";
        return (
          <li
            key={member.phraseId}
            className="member"
            data-trashed={row?.trashedAt != null || undefined}
            data-before={over === index || undefined}
            data-after={(over === members.length && index === members.length - 1) || undefined}
            onDragOver={(event) => {
              event.stopPropagation();
              dropping(event, index);
            }}
          >
            <div
              className="member-main"
              role="button"
              tabIndex={0}
              data-member={member.phraseId}
              aria-label={title}
              aria-description={t("campaigns.editor.memberKeys")}
              draggable
              onKeyDown={(event) => pressed(event, index)}
              onDragStart={(event) => {
                dragged = { phase, index };
                event.dataTransfer.setData("text/plain", row?.body ?? title);
                event.dataTransfer.effectAllowed = "move";
              }}
              onDragEnd={() => {
                dragged = null;
                setOver(null);
              }}
            >
              <HolderOutlined aria-hidden className="member-holder" />
              <span className="member-words">
                <b>{title}</b>
                <span>{row?.trashedAt != null ? t("campaigns.editor.inTrash") : row?.body}</span>
              </span>
            </div>
            <Checkbox
              checked={member.everyday}
              aria-label={t("campaigns.editor.everydayOf", { title })}
              title={t("campaigns.editor.everydayWords")}
              onChange={(event) =>
                onChange(members.with(index, { ...member, everyday: event.target.checked }))
              }
            >
              {t("campaigns.editor.everyday")}
            </Checkbox>
            <Button
              size="small"
              type="text"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t("campaigns.editor.takeOut", { title })}
              onClick={() => remove(index)}
            />
          </li>
        );
      })}
      {members.length === 0 && <li className="member-none">{t("campaigns.editor.noPhrases")}</li>}
    </ul>
  );
}
