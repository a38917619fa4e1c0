import type { Migration } from "../migrate.ts";

/** Unpaid orders and what became of them, as the journal says: made anew from its events whenever they come. */
export const urging: Migration = {
  version: 16,
  name: "urging",
  up: `
    CREATE TABLE urging_orders (
      -- The order's number: the same order listed on two machines is one.
      id         TEXT PRIMARY KEY,
      buyer      TEXT NOT NULL,
      -- The buyer's name as it is compared; "" when the platform blotted it out.
      buyer_key  TEXT NOT NULL,
      shop       TEXT NOT NULL,
      goods      TEXT NOT NULL,
      -- Cents.
      amount     INTEGER,
      ordered_at INTEGER,
      listed_at  INTEGER NOT NULL,
      paid_at    INTEGER,
      closed     INTEGER NOT NULL,
      urges      TEXT NOT NULL CHECK (json_valid(urges)),
      -- The first of the urges.
      urged_at   INTEGER,
      result     TEXT,
      result_at  INTEGER
    ) STRICT;
    CREATE INDEX urging_listed ON urging_orders (listed_at);
    CREATE INDEX urging_paid ON urging_orders (paid_at) WHERE paid_at IS NOT NULL;
    CREATE INDEX urging_urged ON urging_orders (urged_at) WHERE urged_at IS NOT NULL;
    CREATE INDEX urging_buyer ON urging_orders (buyer_key) WHERE buyer_key <> '';
  `,
};
