import type { ReactNode } from "react";
import type { CampaignStatus } from "../../shared/contract/campaigns.ts";
import type { Found, Switch } from "../ui/quick/found.ts";
import { PanelRow, type RowActs } from "./PanelRow.tsx";
import { Tree } from "./Tree.tsx";
import { type Opened, useOpened } from "./useOpened.ts";

interface HomeProps {
  /** Favourites and what was used lately. */
  readonly recent: readonly Found[];
  readonly hint: string | null;
  readonly shop: string;
  readonly switches: CampaignStatus["switches"];
  readonly acts: RowActs;
  readonly onTurn: (set: Switch) => void;
}

/** So many favourites and lately used ones stand above the tree until more are asked for. */
const FIRST = 8;

/** What stands there before anything is typed: favourites and lately used ones, categories, emergency sets. */
export function Home({ recent, hint, shop, switches, acts, onTurn }: HomeProps) {
  const opened = useOpened();
  const { say } = acts;
  const all = opened.is("all", false);
  const shown = all ? recent : recent.slice(0, FIRST);
  return (
    <>
      <Section id="recent" name={say("recent")} opened={opened}>
        <ul className="rows">
          {shown.map((each) => (
            <PanelRow key={each.id} found={each} acts={acts} />
          ))}
          {recent.length > FIRST && (
            <li>
              <button
                type="button"
                className="all"
                data-row
                onClick={() => opened.set("all", !all)}
              >
                {all ? say("fewer") : say("all", { count: recent.length - FIRST })}
              </button>
            </li>
          )}
          {hint && <li className="hint">{hint}</li>}
        </ul>
      </Section>
      <Section id="categories" name={say("categories")} opened={opened}>
        <Tree shop={shop} opened={opened} acts={acts} />
      </Section>
      {switches.length > 0 && (
        <Section id="switches" name={say("switches")} opened={opened}>
          <ul className="rows">
            {switches.map((set) => (
              <li key={set.id} className="switch-row">
                <span className="switch-name">{set.name}</span>
                <button
                  type="button"
                  role="switch"
                  data-row
                  aria-checked={set.on}
                  aria-label={set.name}
                  onClick={() => onTurn(set)}
                >
                  {say(set.on ? "isOn" : "isOff")}
                </button>
              </li>
            ))}
          </ul>
        </Section>
      )}
    </>
  );
}

interface SectionProps {
  readonly id: string;
  readonly name: string;
  readonly opened: Opened;
  readonly children: ReactNode;
}

function Section({ id, name, opened, children }: SectionProps) {
  const open = opened.is(id, true);
  return (
    <section aria-label={name}>
      <h2>
        <button
          type="button"
          className="section"
          aria-expanded={open}
          onClick={() => opened.set(id, !open)}
        >
          {name}
        </button>
      </h2>
      {open && children}
    </section>
  );
}
