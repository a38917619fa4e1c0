import type { Migration } from "../migrate.ts";

/** Customers in hand and what is remembered of them, for as long as the settings say. */
export const customers: Migration = {
  version: 7,
  name: "customers",
  up: `
    CREATE TABLE customers (
      id           TEXT PRIMARY KEY,
      name         TEXT NOT NULL DEFAULT '',
      order_number TEXT NOT NULL DEFAULT '',
      shop         TEXT NOT NULL DEFAULT '',
      note         TEXT NOT NULL DEFAULT '',
      seen_at      INTEGER NOT NULL,
      CHECK (name <> '' OR order_number <> '')
    ) STRICT;
    CREATE INDEX customers_order ON customers (order_number) WHERE order_number <> '';
    CREATE INDEX customers_name ON customers (name, shop) WHERE name <> '';
    CREATE INDEX customers_seen ON customers (seen_at);

    -- One row, or none when nobody is in hand.
    CREATE TABLE customer_in_hand (
      one         INTEGER PRIMARY KEY CHECK (one = 1),
      customer_id TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE
    ) STRICT;
    CREATE INDEX customer_in_hand_customer ON customer_in_hand (customer_id);

    -- Answers of forms; good for the day they were given on.
    CREATE TABLE customer_answers (
      customer_id TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
      field       TEXT NOT NULL,
      day         TEXT NOT NULL,
      value       TEXT NOT NULL,
      PRIMARY KEY (customer_id, field)
    ) STRICT, WITHOUT ROWID;

    -- The wording taken last at each place of a phrase, so that it is not said twice in a row. '' is nobody in hand.
    CREATE TABLE customer_choices (
      customer_id TEXT NOT NULL,
      phrase_id   TEXT NOT NULL,
      slot        TEXT NOT NULL,
      wording     TEXT NOT NULL,
      turn        INTEGER NOT NULL,
      at          INTEGER NOT NULL,
      PRIMARY KEY (customer_id, phrase_id, slot)
    ) STRICT, WITHOUT ROWID;

    -- Which phrase went to whom and when; never what was said.
    CREATE TABLE customer_pastes (
      customer_id TEXT NOT NULL REFERENCES customers(id) ON DELETE CASCADE,
      phrase_id   TEXT NOT NULL,
      at          INTEGER NOT NULL,
      PRIMARY KEY (customer_id, phrase_id, at)
    ) STRICT, WITHOUT ROWID;
  `,
};
