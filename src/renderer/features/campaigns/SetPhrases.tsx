import { DeleteOutlined, PlusOutlined } from "@ant-design/icons";
import { AutoComplete, Button } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import {
  CAMPAIGN_LIMITS,
  type CampaignDraft,
  type CampaignNow,
  type SetPhase,
} from "../../../shared/contract/campaigns.ts";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import type { SetProblem } from "../../../shared/rules/validityCheck.ts";
import { sentence } from "../../i18n/i18n.ts";
import { MemberList } from "./MemberList.tsx";
import { PhrasePicker } from "./PhrasePicker.tsx";
import { StateTag } from "./StateTag.tsx";
import { moved, type Spot, stepFrom, withList } from "./useSetDraft.ts";
import { WindowFields } from "./WindowFields.tsx";

interface SetPhrasesProps {
  readonly values: CampaignDraft;
  /** As stored: how its phases stand. Null for a new one. */
  readonly stored: CampaignNow | null;
  /** Stored phrases of the set. */
  readonly phrases: readonly PhraseRow[];
  readonly problems: readonly SetProblem[];
  readonly now: number;
  readonly onChange: (changes: Partial<CampaignDraft>) => void;
}

/** The phrases of a set: of each of its phases, then those of its whole time. */
export function SetPhrases({ values, stored, phrases, problems, now, onChange }: SetPhrasesProps) {
  const { t } = useTranslation();
  // Phrases that were picked and are not stored with the set yet.
  const [picked, setPicked] = useState<readonly PhraseRow[]>([]);
  const rows = new Map([...phrases, ...picked].map((row) => [row.id, row]));
  const emergency = values.kind === "emergency";

  const change = (index: number, changes: Partial<SetPhase>): void =>
    onChange({ phases: values.phases.with(index, { ...values.phases[index]!, ...changes }) });
  const pick = (phase: string | null, row: PhraseRow): void => {
    const list =
      phase === null ? values.phrases : values.phases.find(({ id }) => id === phase)!.phrases;
    if (list.some(({ phraseId }) => phraseId === row.id)) return;
    setPicked([...picked, row]);
    onChange(withList(values, phase, [...list, { phraseId: row.id, everyday: false }]));
  };
  const list = (phase: string | null, name: string, members: CampaignDraft["phrases"]) => (
    <>
      <MemberList
        name={name}
        phase={phase}
        members={members}
        rows={rows}
        onChange={(next) => onChange(withList(values, phase, next))}
        onMove={(from: Spot, to: Spot) => onChange(moved(values, from, to))}
        onStep={(from, step) => {
          const to = stepFrom(values, from, step);
          if (to) onChange(moved(values, from, to));
          return to;
        }}
      />
      <PhrasePicker
        label={t("campaigns.editor.pick", { name })}
        taken={new Set(members.map(({ phraseId }) => phraseId))}
        onPick={(row) => pick(phase, row)}
      />
    </>
  );
  const whole = t(
    emergency
      ? "campaigns.editor.emergencyPhrases"
      : values.phases.length > 0
        ? "campaigns.editor.wholeTime"
        : "campaigns.editor.phrases",
  );
  return (
    <>
      {values.phases.map((phase, index) => {
        const prefix = `phases.${index}.`;
        const nameless = problems.find(({ field }) => field === `${prefix}name`);
        const standing = stored?.phases.find(({ id }) => id === phase.id)?.standing;
        return (
          <section key={phase.id} className="set-phase" aria-label={phase.name}>
            <div className="set-phase-head">
              <AutoComplete
                value={phase.name}
                aria-label={t("campaigns.fields.phaseName")}
                aria-invalid={nameless !== undefined}
                {...(nameless ? { status: "error" as const } : {})}
                maxLength={CAMPAIGN_LIMITS.phaseName}
                placeholder={t("campaigns.fields.phaseName")}
                options={(["presale", "deposit", "balance", "spot", "after"] as const).map(
                  (name) => ({ value: t(`campaigns.phases.${name}`) }),
                )}
                onChange={(name: string) => change(index, { name })}
              />
              {standing && <StateTag standing={standing} now={now} />}
              <span className="campaign-gap" />
              <Button
                size="small"
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t("campaigns.editor.removePhase", { name: phase.name })}
                onClick={() => onChange({ phases: values.phases.toSpliced(index, 1) })}
              />
            </div>
            {nameless && (
              <p className="set-problem" role="alert">
                {sentence(nameless.code, nameless.params)}
              </p>
            )}
            <WindowFields
              name={phase.name}
              start={phase.start}
              end={phase.end}
              problems={problems}
              prefix={prefix}
              onChange={(window) => change(index, window)}
            />
            {list(phase.id, phase.name, phase.phrases)}
          </section>
        );
      })}
      <section className="set-phase" aria-label={whole}>
        <div className="set-phase-head">
          <h3>{whole}</h3>
        </div>
        {list(null, whole, values.phrases)}
      </section>
      {!emergency && values.phases.length < CAMPAIGN_LIMITS.phases && (
        <Button
          className="set-add-phase"
          icon={<PlusOutlined aria-hidden />}
          onClick={() => {
            const last = values.phases.at(-1);
            const phase = {
              id: crypto.randomUUID(),
              name: "",
              start: last?.end ?? values.start,
              end: values.end,
              phrases: [],
            };
            onChange({ phases: [...values.phases, phase] });
          }}
        >
          {t("campaigns.editor.addPhase")}
        </Button>
      )}
    </>
  );
}
