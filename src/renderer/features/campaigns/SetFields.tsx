import { Input, Select } from "antd";
import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import {
  CAMPAIGN_LIMITS,
  type CampaignDraft,
  emergencyKind,
  setColour,
} from "../../../shared/contract/campaigns.ts";
import type { SetProblem } from "../../../shared/rules/validityCheck.ts";
import { DEFAULT_ZONE } from "../../../shared/rules/validityWall.ts";
import { sentence } from "../../i18n/i18n.ts";
import { ShopsField } from "./ShopsField.tsx";
import { WindowFields } from "./WindowFields.tsx";

interface SetFieldsProps {
  readonly values: CampaignDraft;
  readonly problems: readonly SetProblem[];
  readonly onChange: (changes: Partial<CampaignDraft>) => void;
}

const ZONES = [
  DEFAULT_ZONE,
  ...Intl.supportedValuesOf("timeZone").filter((z) => z !== DEFAULT_ZONE),
];

/** Name, time and place of a set. */
export function SetFields({ values, problems, onChange }: SetFieldsProps) {
  const { t } = useTranslation();
  const own = useId();
  const id = (field: string): string => `${own}-${field}`;
  const emergency = values.kind === "emergency";
  const nameless = problems.find(({ field }) => field === "name");
  return (
    <div className="set-fields">
      <Field label={t("campaigns.fields.name")} htmlFor={id("name")} problem={nameless}>
        <Input
          id={id("name")}
          data-first
          value={values.name}
          maxLength={CAMPAIGN_LIMITS.name}
          aria-invalid={nameless !== undefined}
          {...(nameless ? { status: "error" as const } : {})}
          placeholder={t(
            emergency ? "campaigns.fields.emergencyHint" : "campaigns.fields.nameHint",
          )}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </Field>
      <Field label={t("campaigns.fields.note")} htmlFor={id("note")}>
        <Input
          id={id("note")}
          value={values.note}
          maxLength={CAMPAIGN_LIMITS.note}
          placeholder={t("campaigns.fields.noteHint")}
          onChange={(event) => onChange({ note: event.target.value })}
        />
      </Field>
      {emergency ? (
        <Field label={t("campaigns.fields.kind")} htmlFor={id("kind")}>
          <Select
            id={id("kind")}
            className="wide"
            value={values.emergency ?? "other"}
            options={emergencyKind.options.map((kind) => ({
              value: kind,
              label: t(`campaigns.kinds.${kind}`),
            }))}
            onChange={(kind) => onChange({ emergency: kind })}
          />
        </Field>
      ) : (
        <>
          <WindowFields
            name={values.name || t("campaigns.editor.campaign")}
            start={values.start}
            end={values.end}
            problems={problems}
            prefix=""
            onChange={onChange}
          />
          <Field label={t("campaigns.fields.zone")} htmlFor={id("zone")}>
            <Select
              id={id("zone")}
              className="wide"
              showSearch
              value={values.zone}
              options={ZONES.map((zone) => ({
                value: zone,
                label: zone === DEFAULT_ZONE ? `${t("campaigns.beijing")} ${zone}` : zone,
              }))}
              onChange={(zone) => onChange({ zone })}
            />
          </Field>
        </>
      )}
      <Field label={t("campaigns.fields.shops")} htmlFor={id("shops")}>
        <ShopsField
          id={id("shops")}
          label={t("campaigns.fields.shops")}
          value={values.shops}
          onChange={(shops) => onChange({ shops })}
        />
      </Field>
      <fieldset className="set-colours">
        <legend>{t("campaigns.fields.colour")}</legend>
        {setColour.options.map((colour) => (
          <label key={colour} data-colour={colour} title={t(`campaigns.colours.${colour}`)}>
            <input
              type="radio"
              name={id("colour")}
              className="visually-hidden"
              aria-label={t(`campaigns.colours.${colour}`)}
              checked={values.colour === colour}
              onChange={() => onChange({ colour })}
            />
            <i aria-hidden />
          </label>
        ))}
      </fieldset>
    </div>
  );
}

/** A label, its field, and what is wrong with it. */
export function Field({
  label,
  htmlFor,
  problem,
  children,
}: {
  label: string;
  htmlFor: string;
  problem?: SetProblem | undefined;
  children: ReactNode;
}) {
  return (
    <div className="set-field">
      <label htmlFor={htmlFor}>{label}</label>
      {children}
      {problem && (
        <p className="set-problem" role="alert">
          {sentence(problem.code, problem.params)}
        </p>
      )}
    </div>
  );
}
