import { useTranslation } from "react-i18next";
import type { PreparedName } from "../../../shared/contract/campaigns.ts";
import type { Output } from "../../../shared/contract/index.ts";
import { useAct, useCall } from "../../api/hooks.ts";

interface Step {
  readonly historyId: number;
  readonly sentence: string;
}

/** The sets that come with the program: how many there are, and the two steps. `done` gets what can be undone. */
export function usePrepared(name: PreparedName): {
  readonly offer: Output<"campaigns.prepared">[number] | null;
  readonly adding: boolean;
  readonly removing: boolean;
  add(done: (step: Step) => void): void;
  remove(done: (step: Step) => void): void;
} {
  const { t } = useTranslation();
  const prepared = useCall("campaigns.prepared", {});
  const add = useAct("campaigns.addPrepared");
  const remove = useAct("campaigns.removePrepared");
  return {
    offer: prepared.data?.find((each) => each.name === name) ?? null,
    adding: add.isPending,
    removing: remove.isPending,
    add: (done) =>
      add.mutate(
        { name },
        {
          onSuccess: ({ historyId, count }) =>
            done({ historyId, sentence: t("campaigns.prepared.added", { count }) }),
        },
      ),
    remove: (done) =>
      remove.mutate(
        { name },
        {
          onSuccess: ({ historyId, count }) =>
            done({ historyId, sentence: t("campaigns.prepared.removed", { count }) }),
        },
      ),
  };
}
