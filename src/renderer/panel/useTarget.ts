import { useCallback, useEffect, useState } from "react";
import type { Output } from "../../shared/contract/index.ts";
import { call, on } from "../api/client.ts";

type Beside = Output<"panel.target">;

/** Which window a click would paste into, looked at when the mouse comes in and when it can have changed. */
export function useTarget(): { beside: Beside; look: () => void } {
  const [beside, setBeside] = useState<Beside>({ up: false, target: null });
  const look = useCallback(
    () => void call("panel.target", {}).then(setBeside, () => undefined),
    [],
  );
  useEffect(() => {
    look();
    document.documentElement.addEventListener("pointerenter", look);
    window.addEventListener("blur", look);
    const stop = on("panel.shown", look);
    return () => {
      document.documentElement.removeEventListener("pointerenter", look);
      window.removeEventListener("blur", look);
      stop();
    };
  }, [look]);
  return { beside, look };
}
