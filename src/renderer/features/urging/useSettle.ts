import { useRef } from "react";
import { useTranslation } from "react-i18next";
import type { UrgingResult } from "../../../shared/contract/urging.ts";
import { call } from "../../api/client.ts";
import { useAct } from "../../api/hooks.ts";
import { useUndo } from "../../ui/Undo.tsx";

/** Records what came of an order and offers to take it back. False: what was said of it before is not recorded yet. */
export type Settle = (order: string, result: UrgingResult) => boolean;

export function useSettle(): Settle {
  const { t } = useTranslation();
  const undo = useUndo();
  const record = useAct("urging.record");
  // Kept beyond the order's pane: who goes back at once may not write over what is on its way.
  const recording = useRef(new Set<string>());

  async function run(order: string, result: UrgingResult): Promise<void> {
    try {
      const { event } = await record.mutateAsync({ order, result });
      undo.offer({
        sentence: t("urging.recorded", { order, result: t(`urging.results.${result}`) }),
        takeBack: async () => {
          if (event !== null) await call("urging.withdraw", { order, event });
          return t("urging.takenBack", { order });
        },
      });
    } catch {
      // It was said as a notice; the order stays in the list.
    } finally {
      recording.current.delete(order);
    }
  }
  return (order, result) => {
    if (recording.current.has(order)) return false;
    recording.current.add(order);
    void run(order, result);
    return true;
  };
}
