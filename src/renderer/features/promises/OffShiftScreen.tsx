import { ArrowLeftOutlined } from "@ant-design/icons";
import { Progress } from "antd";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Output } from "../../../shared/contract/index.ts";
import type { PromiseRow } from "../../../shared/contract/promises.ts";
import { useCall } from "../../api/hooks.ts";
import { useKeys } from "../../ui/keys.ts";
import { ErrorState } from "../../ui/States.tsx";
import { WalkCard } from "./WalkCard.tsx";
import { WalkEnd } from "./WalkEnd.tsx";
import "../../ui/panes.css";
import "./promises.css";
import "./walk.css";

export type OffShift = Output<"promises.offShift">;

const leave = (): void => {
  window.location.hash = "/promises";
};

/** The one to decide next: those put aside come when the others are through. */
function nextOf(decide: readonly PromiseRow[], aside: readonly string[]): PromiseRow | null {
  const fresh = decide.find((row) => !aside.includes(row.id));
  const oldest = aside.map((id) => decide.find((row) => row.id === id)).find(Boolean);
  return fresh ?? oldest ?? null;
}

/**
 * 下班核对: what is open, one at a time, until everything has its place. Each answer holds at once, so that one can
 * leave at any moment and go on later where one was.
 */
export function OffShiftScreen() {
  const { t } = useTranslation();
  const { data, error, refetch } = useCall("promises.offShift", {});
  const [aside, setAside] = useState<readonly string[]>([]);
  const row = data ? nextOf(data.decide, aside) : null;
  useKeys("offShift", [{ keys: "esc", words: t("promises.offShift.leave"), run: leave }]);

  const through = data ? data.done.length + data.carried.length + data.handed.length : 0;
  const all = through + (data?.decide.length ?? 0);
  return (
    <div className="walk">
      <header className="walk-head">
        <button type="button" className="walk-leave" onClick={leave}>
          <ArrowLeftOutlined aria-hidden /> {t("promises.offShift.leave")} <kbd>Esc</kbd>
        </button>
        <h1>{t("promises.offShift.title")}</h1>
        <div className="walk-progress">
          {data && all > 0 && (
            <>
              <span>{t("promises.offShift.progress", { done: through, all })}</span>
              <Progress
                percent={Math.round((through / all) * 100)}
                showInfo={false}
                size="small"
                strokeColor="var(--accent)"
                aria-label={t("promises.offShift.progress", { done: through, all })}
              />
            </>
          )}
        </div>
      </header>
      {error && !data && <ErrorState error={error} onRetry={() => void refetch()} />}
      {data && (
        <main className="walk-body">
          {row ? (
            <WalkCard
              key={row.id}
              row={row}
              left={data.decide.length}
              onAside={() => setAside([...aside.filter((id) => id !== row.id), row.id])}
            />
          ) : (
            <WalkEnd day={data} />
          )}
        </main>
      )}
    </div>
  );
}
