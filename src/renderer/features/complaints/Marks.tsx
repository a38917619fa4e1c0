import { ExclamationCircleFilled, FireFilled, MinusCircleOutlined } from "@ant-design/icons";
import { useTranslation } from "react-i18next";
import type { ComplaintSeverity } from "../../../shared/contract/complaintFacts.ts";
import type { Complaint } from "../../../shared/contract/complaints.ts";
import { Due } from "../../ui/Due.tsx";
import { Time } from "../../ui/Time.tsx";
import { useMinute } from "../../ui/now.ts";
import { asDue } from "./moments.ts";
import { useNames } from "./useNames.ts";

const ICONS = {
  normal: <MinusCircleOutlined aria-hidden />,
  serious: <ExclamationCircleFilled aria-hidden />,
  critical: <FireFilled aria-hidden />,
} as const;

/** How bad it is: a mark and a word. */
export function Severity({ severity }: { severity: ComplaintSeverity }) {
  const names = useNames();
  return (
    <span className="complaint-severity" data-severity={severity}>
      {ICONS[severity]}
      {names.severities[severity]}
    </span>
  );
}

/** What a case waits for and until when; of a closed one how it ended. */
export function Deadline({ of }: { of: Complaint }) {
  const { t } = useTranslation();
  const names = useNames();
  const now = useMinute();
  const { deadline, stage, closedAt, satisfaction } = of;
  if (stage === "closed")
    return (
      <span className="complaint-deadline">
        {closedAt !== null && <Time at={closedAt} />}
        {satisfaction !== null && <span> · {t("complaints.stars", { count: satisfaction })}</span>}
      </span>
    );
  if (!deadline) return <span className="complaint-deadline">{t("complaints.noDeadline")}</span>;
  const state = deadline.at < now ? "late" : deadline.at < now + HOUR ? "soon" : undefined;
  return (
    <span className="complaint-deadline" data-state={state}>
      {names.waits[deadline.what]} <Due due={asDue(deadline.at)} />
    </span>
  );
}

const HOUR = 3_600_000;

/** Who complains, as one line. */
export const buyerOf = ({ customer, order }: Complaint, noName: string): string =>
  customer || order || noName;
