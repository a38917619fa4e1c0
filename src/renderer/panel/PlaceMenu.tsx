import { useEffect, useState } from "react";
import type { Settings } from "../../shared/contract/settings.ts";
import { call } from "../api/client.ts";
import type { Say } from "./words.ts";

type Place = Settings["panel"];

const SIDES = [
  ["left", "sideLeft"],
  ["right", "sideRight"],
] as const;
/** Widths to choose from, pixels at 100 %. */
const WIDTHS = [280, 300, 320];

/** Where the panel stands and how wide it is; remembered. @param onDone the same function every time */
export function PlaceMenu({ say, onDone }: { say: Say; onDone: () => void }) {
  const [place, setPlace] = useState<Place | null>(null);
  useEffect(() => {
    call("settings.get", {}).then(
      ({ panel }) => setPlace(panel),
      () => onDone(),
    );
  }, [onDone]);
  // A click before it is known where the panel stands could not be kept.
  if (!place) return null;
  const put = (change: Partial<Place>): void => {
    setPlace((now) => now && { ...now, ...change });
    void call("settings.set", { panel: change }).catch(() => undefined);
  };
  return (
    <div className="place-menu" role="group" aria-label={say("menu")}>
      <p>
        {SIDES.map(([side, word]) => (
          <button
            key={side}
            type="button"
            aria-pressed={place.side === side}
            onClick={() => put({ side })}
          >
            {say(word)}
          </button>
        ))}
      </p>
      <p>
        {WIDTHS.map((width) => (
          <button
            key={width}
            type="button"
            aria-pressed={place.width === width}
            onClick={() => put({ width })}
          >
            {say("width", { width })}
          </button>
        ))}
      </p>
      <p>
        <button type="button" onClick={() => void call("panel.close", {}).then(onDone, onDone)}>
          {say("hide")}
        </button>
      </p>
    </div>
  );
}
