import { Button } from "antd";
import { useTranslation } from "react-i18next";
import { keyName } from "./keys.ts";
import type { Split } from "./useSplit.ts";

/** Says that a text was split, with the way back. */
export function SplitNote({ split }: { split: Split }) {
  const { t } = useTranslation();
  return (
    <div role="status">
      {split.made !== null && (
        <p className="split-note">
          {t("gate.split.done", { count: split.made })}
          <Button size="small" onClick={split.takeBack}>
            {t("gate.split.undo")} {keyName("mod+z")}
          </Button>
        </p>
      )}
    </div>
  );
}
