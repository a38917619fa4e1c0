import type Database from "better-sqlite3";
import type { Campaign, SwitchEntry } from "../../../shared/contract/campaigns.ts";

interface Raw {
  id: string;
  kind: Campaign["kind"];
  emergency: Campaign["emergency"];
  name: string;
  note: string;
  colour: Campaign["colour"];
  shops: string;
  zone: string;
  starts: string | null;
  ends: string | null;
  phrases: string;
  phases: string;
  source: string;
  prepared: string | null;
  created_at: number;
  changed_at: number;
}

/** A set as it is kept; `prepared` says which of the sets that come with the program it is. */
export type StoredSet = Campaign & { readonly prepared: string | null };

const toSet = (raw: Raw): StoredSet => ({
  id: raw.id,
  kind: raw.kind,
  emergency: raw.emergency,
  name: raw.name,
  note: raw.note,
  colour: raw.colour,
  shops: JSON.parse(raw.shops) as string[],
  zone: raw.zone,
  start: raw.starts,
  end: raw.ends,
  phrases: JSON.parse(raw.phrases) as Campaign["phrases"],
  phases: JSON.parse(raw.phases) as Campaign["phases"],
  source: raw.source,
  prepared: raw.prepared,
  createdAt: raw.created_at,
  changedAt: raw.changed_at,
});

/** One line of the log of switching as it was written. */
export type Switching = Omit<SwitchEntry, "action"> & {
  readonly action: "on" | "off" | "changed";
};

interface RawSwitch extends Omit<Switching, "campaignId" | "shops" | "by"> {
  campaign_id: string;
  shops: string;
  switched_by: string;
}

const toSwitching = ({ campaign_id, switched_by, shops, ...raw }: RawSwitch): Switching => ({
  ...raw,
  campaignId: campaign_id,
  shops: JSON.parse(shops) as string[],
  by: switched_by,
});

const COLUMNS =
  "id kind emergency name note colour shops zone starts ends phrases phases source prepared created_at changed_at".split(
    " ",
  );

export type CampaignStore = ReturnType<typeof createCampaignStore>;

/** Campaigns, emergencies, and the log of switching them. */
export function createCampaignStore(database: Database.Database) {
  const all = database.prepare("SELECT * FROM campaigns ORDER BY created_at, rowid");
  const put = database.prepare(
    `INSERT INTO campaigns (${COLUMNS.join(", ")}) VALUES (${COLUMNS.map((name) => `@${name}`).join(", ")})
     ON CONFLICT (id) DO UPDATE SET ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(", ")}`,
  );
  const drop = database.prepare("DELETE FROM campaigns WHERE id = ?");
  const addSwitch = database.prepare(
    `INSERT INTO campaign_switches (at, campaign_id, name, action, until, shops, switched_by, why)
     VALUES (@at, @campaignId, @name, @action, @until, @shops, @by, @why)`,
  );
  const lastSwitches = database.prepare(
    "SELECT * FROM campaign_switches WHERE id IN (SELECT max(id) FROM campaign_switches GROUP BY campaign_id)",
  );
  const lastOn = database
    .prepare(
      "SELECT at FROM campaign_switches WHERE campaign_id = ? AND action = 'on' ORDER BY id DESC LIMIT 1",
    )
    .pluck();
  const switches = database.prepare(
    "SELECT * FROM campaign_switches WHERE @id IS NULL OR campaign_id = @id ORDER BY id DESC LIMIT @limit",
  );
  const written = database.prepare("SELECT total_changes()").pluck();

  return {
    /** In the order they were made. */
    all: (): StoredSet[] => (all.all() as Raw[]).map(toSet),
    /** Writes a set, new or known. Call inside a change. */
    put(set: StoredSet): void {
      put.run({
        id: set.id,
        kind: set.kind,
        emergency: set.emergency,
        name: set.name,
        note: set.note,
        colour: set.colour,
        shops: JSON.stringify(set.shops),
        zone: set.zone,
        starts: set.start,
        ends: set.end,
        phrases: JSON.stringify(set.phrases),
        phases: JSON.stringify(set.phases),
        source: set.source,
        prepared: set.prepared,
        created_at: set.createdAt,
        changed_at: set.changedAt,
      });
    },
    /** Call inside a change. */
    drop: (id: string): unknown => drop.run(id),
    addSwitch: (line: Omit<Switching, "id">): unknown =>
      addSwitch.run({ ...line, shops: JSON.stringify(line.shops) }),
    /** The last line of each set. */
    lastSwitches: (): Switching[] => (lastSwitches.all() as RawSwitch[]).map(toSwitching),
    /** When a set was last switched on; null: never. */
    lastOn: (id: string): number | null => (lastOn.get(id) as number | undefined) ?? null,
    /** Newest first. Null: of all sets. */
    switches: (id: string | null, limit: number): Switching[] =>
      (switches.all({ id, limit }) as RawSwitch[]).map(toSwitching),
    /** Changes with every write to the file, ours or another program's. */
    revision: (): string =>
      `${String(written.get())}/${String(database.pragma("data_version", { simple: true }))}`,
  };
}
