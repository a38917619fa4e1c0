import { Button } from "antd";
import { useTranslation } from "react-i18next";
import type { CampaignNow } from "../../../shared/contract/campaigns.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { EmptyState } from "../../ui/States.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import { EmergencyCard } from "./EmergencyCard.tsx";
import { SwitchLog } from "./SwitchLog.tsx";
import { usePrepared } from "./usePrepared.ts";

interface EmergencySectionProps {
  readonly sets: readonly CampaignNow[];
  readonly now: number;
  readonly chosen: string | null;
  readonly onOpen: (id: string) => void;
  readonly onNew: () => void;
}

/** Every emergency with its switch; what it says can be read before it is on. */
export function EmergencySection({ sets, now, chosen, onOpen, onNew }: EmergencySectionProps) {
  const { t } = useTranslation();
  const prepared = usePrepared("emergency");
  const undo = useUndo();
  const turn = useAct("campaigns.switch");
  const log = useCall("campaigns.log", { limit: 50 });
  const { offer } = prepared;
  const add = offer !== null && offer.present < offer.sets && (
    <Button
      type={sets.length === 0 ? "primary" : "default"}
      size={sets.length === 0 ? "middle" : "small"}
      loading={prepared.adding}
      onClick={() => prepared.add((step) => undo.offer(step))}
    >
      {offer.present === 0
        ? t("campaigns.prepared.addEmergencies", { sets: offer.sets, phrases: offer.phrases })
        : t("campaigns.prepared.addRest", { count: offer.sets - offer.present })}
    </Button>
  );
  return (
    <section className="campaign-section" aria-labelledby="emergencies-title">
      <header className="campaign-head">
        <h2 id="emergencies-title">{t("campaigns.emergency.title")}</h2>
        <span className="campaign-soft">{t("campaigns.emergency.lead")}</span>
        <span className="campaign-gap" />
        {sets.length > 0 && (
          <>
            {add}
            {offer !== null && offer.unedited > 0 && (
              <Button
                size="small"
                type="text"
                title={t("campaigns.prepared.removeWords")}
                loading={prepared.removing}
                onClick={() => prepared.remove((step) => undo.offer(step))}
              >
                {t("campaigns.prepared.removeEmergencies")}
              </Button>
            )}
            <Button size="small" onClick={onNew}>
              {t("campaigns.emergency.new")}
            </Button>
          </>
        )}
      </header>
      {sets.length === 0 ? (
        <EmptyState
          sentence={t("campaigns.emergency.empty")}
          action={
            <>
              {add}
              <Button onClick={onNew}>{t("campaigns.emergency.new")}</Button>
            </>
          }
          example={t("campaigns.emergency.example")}
        />
      ) : (
        <div className="emergency-cards">
          {sets.map((set) => (
            <EmergencyCard
              key={set.id}
              set={set}
              now={now}
              chosen={set.id === chosen}
              busy={turn.isPending && turn.variables?.id === set.id}
              onOpen={() => onOpen(set.id)}
              onSwitch={(how) => turn.mutate({ id: set.id, ...how })}
            />
          ))}
        </div>
      )}
      {log.data !== undefined && log.data.length > 0 && <SwitchLog lines={log.data} />}
    </section>
  );
}
