import type { KeyboardEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Complaint } from "../../../shared/contract/complaints.ts";
import { buyerOf, Deadline, Severity } from "./Marks.tsx";
import { useNames } from "./useNames.ts";

interface BoardCardProps {
  readonly of: Complaint;
  /** The one Tab comes to. */
  readonly current: boolean;
  readonly onFocus: () => void;
  readonly onOpen: () => void;
  readonly onKeyDown: (event: KeyboardEvent) => void;
}

/** The id of a card's element, by which it gets the keyboard. */
export const cardId = (id: string): string => `complaint-card-${id}`;

/** One case on the board. */
export function BoardCard({ of, current, onFocus, onOpen, onKeyDown }: BoardCardProps) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <li>
      <button
        type="button"
        id={cardId(of.id)}
        className="complaint-card"
        data-severity={of.severity}
        tabIndex={current ? 0 : -1}
        onFocus={onFocus}
        onClick={onOpen}
        onKeyDown={onKeyDown}
      >
        <span className="complaint-card-top">
          <b>{buyerOf(of, t("complaints.noName"))}</b>
          <Severity severity={of.severity} />
        </span>
        <span className="complaint-card-title">{of.title}</span>
        <span className="complaint-card-facts">
          <span className="complaint-kind">{names.kinds[of.kind]}</span>
          {of.shop !== "" && <span>{of.shop}</span>}
        </span>
        {of.order !== "" && of.customer !== "" && <code>{of.order}</code>}
        <Deadline of={of} />
      </button>
    </li>
  );
}
