import {
  ArrowLeftOutlined,
  DownloadOutlined,
  EditOutlined,
  ExclamationCircleOutlined,
} from "@ant-design/icons";
import { Button, Dropdown, Segmented } from "antd";
import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import type { ComplaintDetail } from "../../../shared/contract/complaints.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { download } from "../../ui/download.ts";
import { useNotify } from "../../ui/Notices.tsx";
import { ErrorState } from "../../ui/States.tsx";
import { keyName, useKeys } from "../../ui/keys.ts";
import { useStored } from "../../ui/stored.ts";
import { CaseFacts, factsOf } from "./CaseFacts.tsx";
import { CaseSide } from "./CaseSide.tsx";
import { GuidePane } from "./GuidePane.tsx";
import { HandlePane } from "./HandlePane.tsx";
import { buyerOf, Deadline, Severity } from "./Marks.tsx";
import { Records, type RecordsHandle } from "./Records.tsx";
import { useCaseActs } from "./useCase.ts";
import { useNames } from "./useNames.ts";
import { WordingsPane } from "./WordingsPane.tsx";

const TABS = ["wordings", "handle", "guide"] as const;
export type CaseTab = (typeof TABS)[number];

interface CaseScreenProps {
  readonly id: string;
  readonly onBack: () => void;
}

/** One complaint: the four stages at the left, what happened in the middle, words and decisions at the right. */
export function CaseScreen({ id, onBack }: CaseScreenProps) {
  const found = useCall("complaints.get", { id });
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  if (!found.data) return null;
  return <Case key={id} detail={found.data} onBack={onBack} />;
}

function Case(props: { readonly detail: ComplaintDetail; readonly onBack: () => void }) {
  const { detail, onBack } = props;
  const { case: it } = detail;
  const { t } = useTranslation();
  const acts = useCaseActs(it.id);
  const [tab, setTab] = useStored<CaseTab>("complaints.tab", "wordings");
  /** Kept from then on, hidden behind the others: what was typed there is still wanted after a look at the wordings. */
  const [handled, setHandled] = useState(tab === "handle");
  if (tab === "handle" && !handled) setHandled(true);
  const [editing, setEditing] = useState(false);
  const records = useRef<RecordsHandle>(null);

  useKeys(t("complaints.title"), [
    { keys: "esc", words: t("complaints.keys.back"), run: onBack },
    { keys: "r", words: t("complaints.keys.record"), run: () => records.current?.focus() },
    { keys: "e", words: t("complaints.keys.edit"), run: () => setEditing(true) },
  ]);

  return (
    <div className="case">
      <CaseHead detail={detail} onBack={onBack} onEdit={() => setEditing(true)} />
      <div className="case-panes">
        <CaseSide
          detail={detail}
          acts={acts}
          onEdit={() => setEditing(true)}
          onRecord={() => records.current?.focus()}
          onHandle={() => setTab("handle")}
        />
        <Records ref={records} detail={detail} acts={acts} />
        <aside className="case-right">
          <Segmented<CaseTab>
            block
            aria-label={t("complaints.tabsLabel")}
            value={tab}
            options={TABS.map((value) => ({ value, label: t(`complaints.tabs.${value}`) }))}
            onChange={setTab}
          />
          <div className="case-tab">
            {tab === "wordings" && <WordingsPane id={it.id} />}
            {handled && (
              <div hidden={tab !== "handle"}>
                <HandlePane detail={detail} acts={acts} onWordings={() => setTab("wordings")} />
              </div>
            )}
            {tab === "guide" && <GuidePane detail={detail} acts={acts} />}
          </div>
        </aside>
      </div>
      {editing && (
        <CaseFacts
          of={it}
          onClose={() => setEditing(false)}
          onSave={(changes) => {
            const before = Object.entries(factsOf(it)).filter(([key]) => key in changes);
            void acts.offering(
              {
                name: "complaints.amend",
                input: { changes },
                said: t("complaints.case.amended"),
              },
              {
                name: "complaints.amend",
                input: { changes: Object.fromEntries(before) },
                said: t("complaints.case.amendedBack"),
              },
            );
          }}
        />
      )}
    </div>
  );
}

function CaseHead(props: {
  readonly detail: ComplaintDetail;
  readonly onBack: () => void;
  readonly onEdit: () => void;
}) {
  const { detail, onBack, onEdit } = props;
  const { case: it, repeated, sameCause } = detail;
  const { t } = useTranslation();
  const names = useNames();
  const notify = useNotify();
  const run = useAct("complaints.export");
  const write = (format: "pdf" | "zip"): void =>
    run.mutate(
      { id: it.id, format },
      {
        onSuccess: ({ url, path, cancelled }) => {
          if (cancelled) return;
          if (url !== null) download(url, "");
          notify(
            "info",
            path === null ? t("complaints.case.downloaded") : t("complaints.case.saved", { path }),
          );
        },
      },
    );
  return (
    <header className="case-head">
      <Button
        icon={<ArrowLeftOutlined aria-hidden />}
        title={`${t("complaints.case.back")} (Esc)`}
        onClick={onBack}
      >
        {t("complaints.case.back")}
      </Button>
      <div className="case-title">
        <h1 title={it.title}>
          {buyerOf(it, t("complaints.noName"))} · {it.title}
        </h1>
        <p className="complaint-soft">
          <code>{it.number}</code>
          <span>{names.kinds[it.kind]}</span>
          <Severity severity={it.severity} />
          <Deadline of={it} />
          {repeated > 0 && (
            <span className="case-warn">
              <ExclamationCircleOutlined aria-hidden />{" "}
              {t("complaints.case.repeated", { count: repeated })}
            </span>
          )}
          {sameCause > 0 && (
            <span className="case-warn">
              <ExclamationCircleOutlined aria-hidden />{" "}
              {t("complaints.case.sameCause", { count: sameCause })}
            </span>
          )}
        </p>
      </div>
      <Button
        icon={<EditOutlined aria-hidden />}
        title={`${t("complaints.case.editFacts")} (${keyName("e")})`}
        onClick={onEdit}
      >
        {t("complaints.edit")}
      </Button>
      <Dropdown
        trigger={["click"]}
        menu={{
          items: (["pdf", "zip"] as const).map((format) => ({
            key: format,
            label: t(`complaints.case.${format}`),
            onClick: () => write(format),
          })),
        }}
      >
        <Button icon={<DownloadOutlined aria-hidden />} loading={run.isPending}>
          {t("complaints.case.export")}
        </Button>
      </Dropdown>
    </header>
  );
}
