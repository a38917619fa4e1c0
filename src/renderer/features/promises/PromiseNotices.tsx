import { useTranslation } from "react-i18next";
import { useEvent } from "../../api/hooks.ts";
import { usePromiseActions } from "./usePromiseActions.ts";

/** Says on every screen that a promise was written down with the phrase that made it. Draws nothing itself. */
export function PromiseNotices() {
  const { t } = useTranslation();
  const actions = usePromiseActions();
  useEvent("promises.made", ({ promise, receipt }) =>
    actions.offer(t("promises.done.added", { text: promise.text }), receipt),
  );
  return null;
}
