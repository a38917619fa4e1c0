import type { Migration } from "../migrate.ts";

/** Pictures, product cards, the weekly featured product. */
export const goods: Migration = {
  version: 5,
  name: "goods",
  up: `
    -- The bytes are files: pictures/ab/<id>.<ext> in the data folder; id is their SHA-256.
    CREATE TABLE pictures (
      id         TEXT PRIMARY KEY CHECK (length(id) = 64),
      name       TEXT NOT NULL CHECK (name <> ''),
      mime       TEXT NOT NULL,
      width      INTEGER NOT NULL,
      height     INTEGER NOT NULL,
      bytes      INTEGER NOT NULL,
      frames     INTEGER NOT NULL,
      alpha      INTEGER NOT NULL CHECK (alpha IN (0, 1)),
      sku        TEXT NOT NULL DEFAULT '',
      -- The SKU as it is compared: one width, one case.
      sku_key    TEXT NOT NULL DEFAULT '',
      tags       TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(tags)),
      hotkey     TEXT,
      favourite  INTEGER NOT NULL DEFAULT 0 CHECK (favourite IN (0, 1)),
      note       TEXT NOT NULL DEFAULT '',
      created_at INTEGER NOT NULL,
      changed_at INTEGER NOT NULL,
      trashed_at INTEGER
    ) STRICT;
    CREATE INDEX pictures_newest ON pictures (created_at) WHERE trashed_at IS NULL;
    CREATE INDEX pictures_favourite ON pictures (created_at) WHERE trashed_at IS NULL AND favourite = 1;
    CREATE INDEX pictures_unlinked ON pictures (created_at) WHERE trashed_at IS NULL AND sku_key = '';
    CREATE INDEX pictures_sku ON pictures (sku_key) WHERE sku_key <> '';
    CREATE INDEX pictures_trash ON pictures (trashed_at) WHERE trashed_at IS NOT NULL;
    CREATE UNIQUE INDEX pictures_hotkey ON pictures (hotkey) WHERE hotkey IS NOT NULL AND trashed_at IS NULL;

    CREATE TABLE picture_use (
      picture_id   TEXT PRIMARY KEY,
      count        INTEGER NOT NULL DEFAULT 0,
      last_used_at INTEGER
    ) STRICT;
    -- One row per use, so that a week can be counted.
    CREATE TABLE picture_uses (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      at         INTEGER NOT NULL,
      picture_id TEXT NOT NULL
    ) STRICT;
    CREATE INDEX picture_uses_at ON picture_uses (at, picture_id);

    CREATE TABLE products (
      id             TEXT PRIMARY KEY,
      sku            TEXT NOT NULL CHECK (sku <> ''),
      sku_key        TEXT NOT NULL CHECK (sku_key <> ''),
      name           TEXT NOT NULL CHECK (name <> ''),
      shop           TEXT NOT NULL DEFAULT '',
      -- In fen; NULL: not said.
      price          INTEGER CHECK (price >= 0),
      specs          TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(specs)),
      selling_points TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(selling_points)),
      -- SKUs that go with it.
      matches        TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(matches)),
      stock_note     TEXT NOT NULL DEFAULT '',
      -- What is often asked, each with the phrase that answers it.
      questions      TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(questions)),
      -- Ids of pictures, the first is the face of the card.
      pictures       TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(pictures)),
      note           TEXT NOT NULL DEFAULT '',
      created_at     INTEGER NOT NULL,
      changed_at     INTEGER NOT NULL,
      trashed_at     INTEGER
    ) STRICT;
    CREATE UNIQUE INDEX products_sku ON products (shop, sku_key) WHERE trashed_at IS NULL;
    CREATE INDEX products_by_sku ON products (sku_key);
    CREATE INDEX products_newest ON products (created_at) WHERE trashed_at IS NULL;
    CREATE INDEX products_trash ON products (trashed_at) WHERE trashed_at IS NOT NULL;

    CREATE TABLE product_uses (
      id         INTEGER PRIMARY KEY AUTOINCREMENT,
      at         INTEGER NOT NULL,
      product_id TEXT NOT NULL
    ) STRICT;
    CREATE INDEX product_uses_at ON product_uses (at, product_id);

    -- One per week and shop; id is both, such as "2026-W47/灯饰旗舰店".
    CREATE TABLE featured_products (
      id         TEXT PRIMARY KEY,
      week       TEXT NOT NULL,
      shop       TEXT NOT NULL,
      product_id TEXT NOT NULL,
      chosen_at  INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX featured_products_week ON featured_products (week);
  `,
};
