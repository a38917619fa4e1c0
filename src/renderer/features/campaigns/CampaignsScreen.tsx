import { Splitter } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  type CampaignDraft,
  campaignDraft,
  type CampaignNow,
} from "../../../shared/contract/campaigns.ts";
import { useAct, useCall } from "../../api/hooks.ts";
import { ErrorState } from "../../ui/States.tsx";
import { useKeys } from "../../ui/keys.ts";
import { useStored } from "../../ui/stored.ts";
import { useUndo } from "../../ui/Undo.tsx";
import { CalendarSection } from "./CalendarSection.tsx";
import { EmergencySection } from "./EmergencySection.tsx";
import { SetEditor } from "./SetEditor.tsx";
import { SetList } from "./SetList.tsx";
import { useChosen } from "./useChosen.ts";
import { dropEdits } from "./useSetDraft.ts";
import { useNow } from "./useNow.ts";
import "./bar.css";
import "./campaigns.css";
import "./editor.css";

const freshOf = (kind: "campaign" | "emergency"): CampaignDraft =>
  campaignDraft.parse({
    kind,
    name: "",
    colour: kind === "emergency" ? "amber" : "teal",
    emergency: kind === "emergency" ? "other" : null,
  });

/** Emergencies with their switches, the month, the campaigns, and one set open beside them. */
export function CampaignsScreen() {
  const { t } = useTranslation();
  const now = useNow();
  const undo = useUndo();
  const [chosen, choose] = useChosen();
  const [width, setWidth] = useStored("campaigns.editor", 440);
  /** What a new set begins with when it is to fill a gap. */
  const [begun, setBegun] = useState<Partial<CampaignDraft>>({});
  const list = useCall("campaigns.list", {});
  const remove = useAct("campaigns.remove");
  const sets = list.data?.sets ?? [];
  const [emergencies, campaigns] = [
    sets.filter(({ kind }) => kind === "emergency"),
    sets.filter(({ kind }) => kind === "campaign"),
  ];
  const chosenId = chosen?.kind === "set" ? chosen.id : null;
  const open = (id: string): void => choose({ kind: "set", id });
  const begin = (what: "campaign" | "emergency", with_: Partial<CampaignDraft> = {}): void => {
    dropEdits(`new-${what}`, Object.keys(with_) as (keyof CampaignDraft)[]);
    setBegun(with_);
    choose({ kind: "new", what });
  };
  const takeAway = (set: CampaignNow): void =>
    remove.mutate(
      { id: set.id },
      {
        onSuccess: ({ historyId }) => {
          choose(null);
          undo.offer({ historyId, sentence: t("campaigns.editor.removed", { name: set.name }) });
        },
      },
    );

  useKeys(t("campaigns.title"), [
    { keys: "n", words: t("campaigns.list.new"), run: () => begin("campaign") },
  ]);

  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />;
  if (!list.data) return null;
  return (
    <Splitter onResizeEnd={(sizes) => sizes[1] !== undefined && setWidth(sizes[1])}>
      <Splitter.Panel min={420}>
        <div className="campaigns">
          <EmergencySection
            sets={emergencies}
            now={now}
            chosen={chosenId}
            onOpen={open}
            onNew={() => begin("emergency")}
          />
          <CalendarSection
            sets={campaigns}
            now={now}
            chosen={chosenId}
            onOpen={open}
            onFill={({ start, end, zone, shop }) =>
              begin("campaign", { start, end, zone, shops: shop === "" ? [] : [shop] })
            }
          />
          <SetList
            sets={campaigns}
            now={now}
            chosen={chosenId}
            onOpen={open}
            onNew={() => begin("campaign")}
          />
        </div>
      </Splitter.Panel>
      {chosen && (
        <Splitter.Panel defaultSize={width} min={380} max={760}>
          <SetEditor
            key={chosenId ?? JSON.stringify([chosen, begun])}
            id={chosenId}
            fresh={{
              ...freshOf(chosen.kind === "new" ? chosen.what : "campaign"),
              ...(chosen.kind === "new" ? begun : {}),
            }}
            now={now}
            onSaved={open}
            onRemove={takeAway}
            onClose={() => choose(null)}
          />
        </Splitter.Panel>
      )}
    </Splitter>
  );
}
