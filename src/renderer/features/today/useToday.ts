import { useEffect, useRef } from "react";
import type { Today } from "../../../shared/contract/today.ts";
import { useCall } from "../../api/hooks.ts";
import { useMinute } from "../../ui/now.ts";

/** The morning as it stands: asked again at the features' events, with every minute, and when the window is looked at. */
export function useToday(): {
  today: Today | undefined;
  error: unknown;
  again: () => void;
} {
  const settings = useCall("settings.get", {}).data;
  const { data, error, refetch } = useCall(
    "today.get",
    { shop: settings?.shop || null },
    { enabled: settings !== undefined, keepPrevious: true },
  );
  // Midnight, deadlines and another zone change it without anybody's doing; machines sleep through timers.
  const minute = useMinute();
  const asked = useRef<number | null>(null);
  useEffect(() => {
    if (asked.current === minute) return;
    asked.current = minute;
    void refetch({ cancelRefetch: false });
  }, [minute, refetch]);
  useEffect(() => {
    const ask = (): void => void refetch();
    window.addEventListener("focus", ask);
    return () => window.removeEventListener("focus", ask);
  }, [refetch]);
  return { today: data, error, again: () => void refetch() };
}
