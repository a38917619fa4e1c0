import { useEffect, useState } from "react";
import type { Input, Output, ProcedureName } from "../../shared/contract/index.ts";
import { call, on, onReach } from "../api/client.ts";

/** How long changes are gathered before it is asked again, milliseconds: an import announces many at once. */
const GATHER = 60;

/** The answer to a call, asked for again when the library or the promises change; null until the first one, old until the next one. */
export function useLiveCall<N extends ProcedureName>(name: N, input: Input<N>): Output<N> | null {
  const [answer, setAnswer] = useState<Output<N> | null>(null);
  // Told apart by what it says: the object is new each time.
  const asked = JSON.stringify(input);
  useEffect(() => {
    let current = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = (): void => {
      timer = undefined;
      call(name, JSON.parse(asked) as Input<N>).then(
        (value) => (current ? setAnswer(value) : undefined),
        // What stands there stays; the search says when the program is gone.
        () => undefined,
      );
    };
    const soon = (): void => {
      timer ??= setTimeout(ask, GATHER);
    };
    ask();
    const stops = [
      on("library.changed", soon),
      on("campaigns.changed", soon),
      // Also as time makes them press.
      on("promises.changed", soon),
      onReach((answers) => (answers ? soon() : undefined)),
    ];
    return () => {
      current = false;
      clearTimeout(timer);
      for (const stop of stops) stop();
    };
  }, [name, asked]);
  return answer;
}
