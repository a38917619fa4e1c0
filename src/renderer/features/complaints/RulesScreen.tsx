import { Select } from "antd";
import { useQueryClient } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import {
  type ComplaintLevel,
  complaintKind,
  complaintLevel,
  type ComplaintRole,
  complaintRole,
} from "../../../shared/contract/complaintFacts.ts";
import type { ComplaintAuthority } from "../../../shared/contract/complaintFacts.ts";
import { call } from "../../api/client.ts";
import { callKey, useAct, useCall } from "../../api/hooks.ts";
import { inChat, toFen } from "../../../shared/rules/price/money.ts";
import { ErrorState } from "../../ui/States.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import { LeftField } from "./LeftField.tsx";
import { RetentionSection } from "./RetentionSection.tsx";
import { useNames } from "./useNames.ts";
import "./complaints.css";
import "./rules.css";

export type ChangeRules = (changes: Partial<ComplaintAuthority>, what: string) => void;

/** 权限与保存: who may give how much, who decides above it, and how long cases are kept. Each change holds at once. */
export function RulesScreen() {
  const { t } = useTranslation();
  const client = useQueryClient();
  const undo = useUndo();
  const found = useCall("complaints.authority", {});
  const set = useAct("complaints.setAuthority");
  if (found.isError) return <ErrorState error={found.error} onRetry={() => void found.refetch()} />;
  const authority = found.data;
  if (!authority) return null;

  const taken = (now: ComplaintAuthority): void => {
    client.setQueryData(callKey("complaints.authority", {}), now);
    // Limits, deadlines and what may be purged follow.
    void client.invalidateQueries({ queryKey: ["complaints.get"] });
    void client.invalidateQueries({ queryKey: ["complaints.retention"] });
  };
  const change: ChangeRules = (changes, what) => {
    // Shown at once: limits and rules are sent whole, so the next change has to build on this one.
    client.setQueryData<ComplaintAuthority>(
      callKey("complaints.authority", {}),
      (now) => now && { ...now, ...changes },
    );
    set.mutate(changes, {
      onError: () => void client.invalidateQueries({ queryKey: ["complaints.authority"] }),
      onSuccess: (now) => {
        taken(now);
        const keys = Object.keys(changes);
        const before = Object.fromEntries(
          Object.entries(authority).filter(([key]) => keys.includes(key)),
        );
        undo.offer({
          sentence: t("complaints.rules.saved", { what }),
          takeBack: async () => {
            taken(await call("complaints.setAuthority", before));
            return t("complaints.rules.savedBack");
          },
        });
      },
    });
  };
  return (
    <div className="complaint-rules">
      <Limits authority={authority} change={change} />
      <Rules authority={authority} change={change} />
      <section aria-labelledby="complaint-follow">
        <h2 id="complaint-follow">{t("complaints.rules.follow")}</h2>
        <label className="rules-line">
          <span>{t("complaints.rules.followHours")}</span>
          <LeftField
            value={String(authority.followUpHours)}
            read={hours}
            onLeft={(followUpHours) => change({ followUpHours }, t("complaints.rules.followHours"))}
          />
          <span>{t("complaints.rules.hours")}</span>
        </label>
      </section>
      <RetentionSection authority={authority} change={change} />
    </div>
  );
}

interface PartProps {
  readonly authority: ComplaintAuthority;
  readonly change: ChangeRules;
}

const hours = (text: string): number | undefined => {
  const value = Number(text);
  return Number.isInteger(value) && value >= 1 && value <= 720 ? value : undefined;
};

function Limits({ authority, change }: PartProps) {
  const { t } = useTranslation();
  const names = useNames();
  const { role, limits } = authority;
  return (
    <section aria-labelledby="complaint-limits">
      <h2 id="complaint-limits">{t("complaints.rules.limits")}</h2>
      <label className="rules-line">
        <span>{t("complaints.rules.role")}</span>
        <Select
          value={role}
          aria-label={t("complaints.rules.role")}
          popupMatchSelectWidth={false}
          options={complaintRole.options.map((value) => ({ value, label: names.roles[value] }))}
          onChange={(next: ComplaintRole) => change({ role: next }, t("complaints.rules.role"))}
        />
        <span className="complaint-soft">{t("complaints.rules.roleWhy")}</span>
      </label>
      <p className="complaint-soft">{t("complaints.rules.limitsWhy")}</p>
      <div className="rules-scroll">
        <table>
          <thead>
            <tr>
              <th scope="col">{t("complaints.rules.columns.kind")}</th>
              {complaintRole.options.map((each) => (
                <th key={each} scope="col" data-mine={each === role || undefined}>
                  {names.roles[each]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {complaintKind.options.map((kind) => (
              <tr key={kind}>
                <th scope="row">{names.kinds[kind]}</th>
                {complaintRole.options.map((each) => {
                  const what = t("complaints.rules.limitOf", {
                    role: names.roles[each],
                    kind: names.kinds[kind],
                  });
                  const limit = limits[each][kind];
                  return (
                    <td key={each} data-mine={each === role || undefined}>
                      <LeftField
                        label={what}
                        prefix="¥"
                        placeholder={t("complaints.rules.unlimited")}
                        value={limit === null ? "" : inChat(limit)}
                        read={(text) => (text === "" ? null : (toFen(text) ?? undefined))}
                        onLeft={(fen) =>
                          change(
                            { limits: { ...limits, [each]: { ...limits[each], [kind]: fen } } },
                            what,
                          )
                        }
                      />
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

function Rules({ authority, change }: PartProps) {
  const { t } = useTranslation();
  const names = useNames();
  const { rules } = authority;
  return (
    <section aria-labelledby="complaint-escalation">
      <h2 id="complaint-escalation">{t("complaints.rules.escalation")}</h2>
      <p className="complaint-soft">{t("complaints.rules.escalationWhy")}</p>
      <div className="rules-scroll">
        <table>
          <thead>
            <tr>
              {(["kind", "level", "to", "within"] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`complaints.rules.columns.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {complaintKind.options.map((kind) => {
              const words = { kind: names.kinds[kind] };
              const rule = rules[kind];
              const to = (changes: Partial<typeof rule>, what: string): void =>
                change({ rules: { ...rules, [kind]: { ...rule, ...changes } } }, what);
              return (
                <tr key={kind}>
                  <th scope="row">{names.kinds[kind]}</th>
                  <td>
                    <Select
                      value={rule.level}
                      aria-label={t("complaints.rules.levelOf", words)}
                      popupMatchSelectWidth={false}
                      options={complaintLevel.options.map((value) => ({
                        value,
                        label: names.levels[value],
                      }))}
                      onChange={(level: ComplaintLevel) =>
                        to({ level }, t("complaints.rules.levelOf", words))
                      }
                    />
                  </td>
                  <td>
                    <LeftField
                      label={t("complaints.rules.toOf", words)}
                      value={rule.to}
                      maxLength={60}
                      read={(text) => text.trim()}
                      onLeft={(name) => to({ to: name }, t("complaints.rules.toOf", words))}
                    />
                  </td>
                  <td className="rules-hours">
                    <LeftField
                      label={t("complaints.rules.hoursOf", words)}
                      value={String(rule.hours)}
                      read={hours}
                      onLeft={(value) => to({ hours: value }, t("complaints.rules.hoursOf", words))}
                    />
                    {t("complaints.rules.hours")}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
