import { useEffect } from "react";
import type { Output } from "../../../shared/contract/index.ts";
import { useCall } from "../../api/hooks.ts";
import { useMinute } from "../../ui/now.ts";

export interface Understood {
  /** What was understood of the text as it is; undefined while that is not known yet. */
  readonly data: Output<"promises.understand"> | undefined;
  /** True while the answer is still that of an earlier text. */
  readonly stale: boolean;
}

/** What a text says of a time, while it is typed and while time passes: "in 2 hours" moves on. */
export function useUnderstood(text: string): Understood {
  const minute = useMinute();
  const asked = text.trim();
  const { data, isPlaceholderData, refetch } = useCall(
    "promises.understand",
    { text: asked },
    { enabled: asked !== "", keepPrevious: true },
  );
  useEffect(() => {
    if (asked !== "") void refetch();
    // Asked again when the minute turns; a new text asks by itself.
    // oxlint-disable-next-line react/exhaustive-deps
  }, [minute, refetch]);
  return asked === "" ? { data: undefined, stale: false } : { data, stale: isPlaceholderData };
}
