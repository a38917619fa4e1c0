import { useTranslation } from "react-i18next";
import { useUndo } from "../../ui/Undo.tsx";
import { ErrorNote } from "./ErrorNote.tsx";
import { ChooseFile } from "./ChooseFile.tsx";
import { DoneView } from "./DoneView.tsx";
import { JobProgress } from "./JobProgress.tsx";
import { MappingView } from "./MappingView.tsx";
import { PlanView } from "./PlanView.tsx";
import { useImport } from "./useImport.ts";

/** The import, one step at a time. */
export function ImportPanel() {
  const work = useImport();
  const { state } = work;
  const { plan, result, source, job } = state;
  const { t } = useTranslation();
  const undo = useUndo();

  const apply = async (): Promise<void> => {
    const done = await work.apply();
    if (done === null || done.historyId === null) return;
    const count = done.added + done.changed;
    const sentence =
      count > 0
        ? t("transfer.done.offer", { count })
        : t("transfer.done.offerPictures", { count: done.pictures });
    undo.offer({ historyId: done.historyId, sentence });
  };

  if (job && (!plan || job.kind === "apply" || job.kind === "send"))
    return <JobProgress job={job} onCancel={work.cancel} />;
  return (
    <>
      <ErrorNote error={state.error} cancelled={state.cancelled} />
      {result ? (
        <DoneView result={result} onAgain={work.startOver} />
      ) : plan && source && state.asking ? (
        <MappingView
          key={plan.headerRow}
          plan={plan}
          busy={job !== null}
          onHeader={(header) => void work.setHeader(header)}
          onUse={(mapping) => void work.planWithMapping(mapping)}
          onBack={plan.mappingSure || state.mapping ? () => work.ask(false) : work.startOver}
        />
      ) : plan && source ? (
        <PlanView name={source.name} plan={plan} work={work} onApply={() => void apply()} />
      ) : (
        <ChooseFile work={work} />
      )}
    </>
  );
}
