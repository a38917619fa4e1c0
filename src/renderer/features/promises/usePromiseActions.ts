import { useTranslation } from "react-i18next";
import type { PromiseReceipt, PromiseRow } from "../../../shared/contract/promises.ts";
import { call } from "../../api/client.ts";
import { useAct } from "../../api/hooks.ts";
import { useDueWords } from "../../ui/Due.tsx";
import type { DueTime } from "../../ui/Due.tsx";
import { useNotify } from "../../ui/Notices.tsx";
import { useUndo } from "../../ui/Undo.tsx";
import { useSentOnce } from "../../ui/useSentOnce.ts";

/** Promises of one step: so many the program takes at once. */
const MOST = 500;

/** What can be done to promises; each offers to take it back. Failures are said as notices. */
export function usePromiseActions() {
  const { t } = useTranslation();
  const notify = useNotify();
  const undo = useUndo();
  const words = useDueWords();
  const sentOnce = useSentOnce();
  const clear = useAct("promises.clear");
  const reopen = useAct("promises.reopen");
  const withdraw = useAct("promises.withdraw");
  const carry = useAct("promises.carry");
  const snooze = useAct("promises.snooze");

  const offer = (sentence: string, receipt: PromiseReceipt): void => {
    if (receipt.events.length === 0) return;
    undo.offer({
      sentence,
      async takeBack() {
        const { count } = await call("promises.undo", { events: receipt.events });
        return t("promises.done.undone", { count });
      },
    });
  };

  /** What a sentence says of one, and of several. */
  const named = (rows: readonly PromiseRow[]): string =>
    rows.length === 1
      ? t("promises.named", { text: rows[0]?.text ?? "" })
      : t("promises.several", { count: rows.length });

  const within = (rows: readonly PromiseRow[]): boolean => {
    if (rows.length <= MOST) return rows.length > 0;
    notify("warning", t("promises.tooMany", { most: MOST }));
    return false;
  };
  const ids = (rows: readonly PromiseRow[]): string[] => rows.map((row) => row.id);

  return {
    offer,
    async clear(rows: readonly PromiseRow[]): Promise<void> {
      if (!within(rows)) return;
      const receipt = await sentOnce("clear", ids(rows), (fresh) =>
        clear.mutateAsync({ ids: fresh }),
      );
      if (receipt) offer(t("promises.done.cleared", { what: named(rows) }), receipt);
    },
    async reopen(rows: readonly PromiseRow[]): Promise<void> {
      if (!within(rows)) return;
      const receipt = await sentOnce("reopen", ids(rows), (fresh) =>
        reopen.mutateAsync({ ids: fresh }),
      );
      if (receipt) offer(t("promises.done.reopened", { what: named(rows) }), receipt);
    },
    async withdraw(rows: readonly PromiseRow[]): Promise<void> {
      if (!within(rows)) return;
      const receipt = await sentOnce("withdraw", ids(rows), (fresh) =>
        withdraw.mutateAsync({ ids: fresh }),
      );
      if (receipt) offer(t("promises.done.withdrawn", { what: named(rows) }), receipt);
    },
    async carry(rows: readonly PromiseRow[], due: DueTime, reason: string): Promise<boolean> {
      if (!within(rows)) return false;
      const receipt = await carry.mutateAsync({ ids: ids(rows), ...due, reason }).catch(() => null);
      if (receipt)
        offer(
          t("promises.done.carried", {
            what: named(rows),
            due: words(due, Date.now()),
          }),
          receipt,
        );
      return receipt !== null;
    },
    /** `until` null: reminders as usual. */
    snooze(rows: readonly PromiseRow[], until: number | null) {
      if (!within(rows)) return;
      snooze.mutate(
        { ids: ids(rows), until },
        {
          onSuccess: (receipt) =>
            offer(
              until === null
                ? t("promises.done.woken", { what: named(rows) })
                : t("promises.done.snoozed", {
                    what: named(rows),
                    time: words({ dueAt: until, dateOnly: false }, Date.now()),
                  }),
              receipt,
            ),
        },
      );
    },
    handed(rows: readonly PromiseRow[], to: string, receipt: PromiseReceipt) {
      offer(t("promises.done.handed", { what: named(rows), to }), receipt);
    },
  };
}

export type PromiseActions = ReturnType<typeof usePromiseActions>;
