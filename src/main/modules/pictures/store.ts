import type Database from "better-sqlite3";
import type { Picture, PictureFields, PictureMime } from "../../../shared/contract/pictures.ts";
import { PICTURE_LIMITS } from "../../../shared/contract/pictures.ts";
import type { ChangeReceipt } from "../../../shared/contract/phrases.ts";
import { AppError } from "../../../shared/errors.ts";
import { skuKey } from "../../../shared/rules/sku.ts";
import type { PictureFile } from "./files.ts";
import { createPictureList } from "./listStore.ts";
import { type Raw, SELECT_PICTURES, toPicture } from "./pictureRows.ts";

type Row = Record<string, string | number | null>;
export type Remember = (entity: string, id: string) => void;

/** The library's history, handed in: pictures are part of its steps. */
export interface History {
  keep(
    entity: string,
    rows: {
      read(id: string): unknown;
      title(id: string): string | null;
      takeBack(rows: readonly { id: string; before: Row | null }[]): void;
    },
  ): void;
  change(kind: string, label: string, run: (remember: Remember) => number): ChangeReceipt;
  forget(ids: readonly string[], entity: string): void;
}

/** How the history calls a picture. */
export const PICTURE = "picture";

const COLUMNS =
  "id name mime width height bytes frames alpha sku sku_key tags hotkey favourite note created_at changed_at trashed_at".split(
    " ",
  );

/** A picture to be written for the first time. */
export interface NewPicture {
  readonly file: PictureFile;
  readonly name: string;
  readonly sku: string;
  readonly tags: readonly string[];
}

/** Longer ago than this a use no longer decides anything, milliseconds. */
const USES_KEPT = 60 * 24 * 60 * 60 * 1_000;

/** The fields a person changed, as their columns hold them. */
function columnsOf({ name, sku, tags, hotkey, favourite, note }: Partial<PictureFields>): Row {
  return {
    ...(name !== undefined && { name }),
    ...(sku !== undefined && { sku, sku_key: skuKey(sku) }),
    ...(tags !== undefined && { tags: JSON.stringify([...new Set(tags)]) }),
    ...(hotkey !== undefined && { hotkey }),
    ...(favourite !== undefined && { favourite: favourite ? 1 : 0 }),
    ...(note !== undefined && { note }),
  };
}

export type PictureStore = ReturnType<typeof createPictureStore>;

/** What is known of the pictures, in SQLite; the bytes are files. @param now the time in milliseconds */
export function createPictureStore(
  database: Database.Database,
  history: History,
  now: () => number,
) {
  const selectOne = database.prepare(`${SELECT_PICTURES} WHERE p.id = ?`);
  const put = database.prepare(
    `INSERT INTO pictures (${COLUMNS.join(", ")}) VALUES (${COLUMNS.map((name) => `@${name}`).join(", ")})
     ON CONFLICT (id) DO UPDATE SET ${COLUMNS.map((name) => `${name} = excluded.${name}`).join(", ")}`,
  );
  const nameOf = database.prepare("SELECT name FROM pictures WHERE id = ?").pluck();
  const mimeOne = database.prepare("SELECT mime FROM pictures WHERE id = ?").pluck();

  /** Null when there is no such picture, not even in the trash. */
  function find(id: string): Picture | null {
    const raw = selectOne.get(id) as Raw | undefined;
    return raw ? toPicture(raw) : null;
  }

  /** @throws AppError picture_missing */
  function get(id: string): Picture {
    const found = find(id);
    if (!found) throw new AppError("picture_missing");
    return found;
  }

  const mime = (id: string): PictureMime | null =>
    (mimeOne.get(id) as PictureMime | undefined) ?? null;

  /** True when its pixels may have holes. */
  const alpha = (id: string): boolean =>
    database.prepare("SELECT alpha FROM pictures WHERE id = ?").pluck().get(id) === 1;

  /** Writes a new picture, or brings one back from the trash. Call inside a change. False: it was there. */
  function insert(remember: Remember, { file, name, sku, tags }: NewPicture): boolean {
    const there = find(file.id);
    if (there && there.trashedAt === null) return false;
    remember(PICTURE, file.id);
    if (there) {
      untrash.run(file.id);
      return true;
    }
    const at = now();
    put.run({
      ...{ id: file.id, name, mime: file.mime, width: file.width, height: file.height },
      ...{ bytes: file.bytes, frames: file.frames, alpha: file.alpha ? 1 : 0 },
      ...{ sku, sku_key: skuKey(sku), tags: JSON.stringify(tags), hotkey: null, favourite: 0 },
      ...{ note: "", created_at: at, changed_at: at, trashed_at: null },
    });
    return true;
  }

  /** Shows new pictures as one step. */
  function add(pictures: readonly NewPicture[]): ChangeReceipt {
    return history.change("create", pictures[0]?.name ?? "", (remember) => {
      let count = 0;
      // Lists have the newest first: written backwards they stand as they were given.
      for (const picture of pictures.toReversed()) if (insert(remember, picture)) count += 1;
      return count;
    });
  }

  /** Overwrites fields of a picture. Call inside a change. */
  function write(remember: Remember, id: string, changes: Partial<PictureFields>): void {
    remember(PICTURE, id);
    const columns = { ...columnsOf(changes), changed_at: now() };
    const sets = Object.keys(columns).map((name) => `${name} = @${name}`);
    database
      .prepare(`UPDATE pictures SET ${sets.join(", ")} WHERE id = @id`)
      .run({ ...columns, id });
  }

  function update(
    id: string,
    changes: Partial<PictureFields>,
  ): { picture: Picture; historyId: number } {
    const old = get(id);
    const { historyId } = history.change("update", changes.name ?? old.name, (remember) => {
      write(remember, id, changes);
      return 1;
    });
    return { picture: get(id), historyId };
  }

  /** The same change of many as one step. */
  function updateAll(
    ids: readonly string[],
    { sku, addTags = [] }: { sku?: string | undefined; addTags?: readonly string[] | undefined },
  ): ChangeReceipt {
    return history.change("update", get(ids[0]!).name, (remember) => {
      for (const id of ids) {
        const tags = [...new Set([...get(id).tags, ...addTags])].slice(0, PICTURE_LIMITS.tags);
        write(remember, id, sku === undefined ? { tags } : { tags, sku });
      }
      return ids.length;
    });
  }

  const intoTrash = database.prepare(
    "UPDATE pictures SET trashed_at = ? WHERE trashed_at IS NULL AND id = ?",
  );
  // A hotkey another took meanwhile is given up.
  const untrash = database.prepare(
    `UPDATE pictures SET trashed_at = NULL, hotkey = CASE WHEN hotkey IN
       (SELECT hotkey FROM pictures WHERE trashed_at IS NULL AND hotkey IS NOT NULL) THEN NULL ELSE hotkey END
     WHERE trashed_at IS NOT NULL AND id = ?`,
  );

  function changeAll(
    kind: string,
    ids: readonly string[],
    run: (id: string) => number,
  ): ChangeReceipt {
    return history.change(kind, get(ids[0]!).name, (remember) => {
      let count = 0;
      for (const id of ids) {
        remember(PICTURE, id);
        count += run(id);
      }
      return count;
    });
  }

  const trash = (ids: readonly string[]): ChangeReceipt =>
    changeAll("trash", ids, (id) => intoTrash.run(now(), id).changes);

  const restore = (ids: readonly string[]): ChangeReceipt =>
    changeAll("restore", ids, (id) => untrash.run(id).changes);

  /** Deletes for good what is in the trash and not in use. No step can bring it back; the files are the caller's. */
  function emptyTrash(inUse: ReadonlySet<string>): {
    gone: { id: string; mime: PictureMime }[];
    kept: number;
  } {
    return database.transaction(() => {
      const all = database
        .prepare("SELECT id, mime FROM pictures WHERE trashed_at IS NOT NULL")
        .all() as { id: string; mime: PictureMime }[];
      const gone = all.filter(({ id }) => !inUse.has(id));
      const ids = gone.map(({ id }) => id);
      history.forget(ids, PICTURE);
      for (const [table, column] of [
        ["picture_use", "picture_id"],
        ["pictures", "id"],
      ])
        database
          .prepare(`DELETE FROM ${table} WHERE ${column} IN (SELECT value FROM json_each(?))`)
          .run(JSON.stringify(ids));
      return { gone, kept: all.length - gone.length };
    })();
  }

  const countUse = database
    .prepare(
      `INSERT INTO picture_use (picture_id, count, last_used_at) VALUES (?, 1, ?)
       ON CONFLICT (picture_id) DO UPDATE SET count = count + 1, last_used_at = excluded.last_used_at RETURNING count`,
    )
    .pluck();
  const noteUse = database.prepare("INSERT INTO picture_uses (at, picture_id) VALUES (?, ?)");
  const forgetUses = database.prepare("DELETE FROM picture_uses WHERE at < ?");

  /** Counts a use. @param at milliseconds since 1970 */
  const used = (id: string, at: number): { useCount: number; lastUsedAt: number } =>
    database.transaction(() => {
      noteUse.run(at, id);
      forgetUses.run(at - USES_KEPT);
      return { useCount: countUse.get(id, at) as number, lastUsedAt: at };
    })();

  /** How often each was used since a time. */
  const usesSince = (at: number): Map<string, number> =>
    new Map(
      (
        database
          .prepare(
            "SELECT picture_id AS id, count(*) AS count FROM picture_uses WHERE at >= ? GROUP BY picture_id",
          )
          .all(at) as { id: string; count: number }[]
      ).map(({ id, count }) => [id, count]),
    );

  /** Those that want a global hotkey, as phrases have them. */
  const withHotkey = (): { id: string; title: string; hotkey: string }[] =>
    database
      .prepare(
        "SELECT id, name AS title, hotkey FROM pictures WHERE hotkey IS NOT NULL AND trashed_at IS NULL",
      )
      .all() as { id: string; title: string; hotkey: string }[];

  const holder = database
    .prepare("SELECT 1 FROM pictures WHERE hotkey = ? AND trashed_at IS NULL AND id <> ?")
    .pluck();
  history.keep(PICTURE, {
    read: (id) => database.prepare("SELECT * FROM pictures WHERE id = ?").get(id),
    title: (id) => (nameOf.get(id) as string | undefined) ?? null,
    takeBack(rows) {
      // Hotkeys that move between pictures of this step are free while it is taken back.
      for (const { id } of rows)
        database.prepare("UPDATE pictures SET hotkey = NULL WHERE id = ?").run(id);
      for (const { id, before } of rows) {
        if (before === null) {
          // The file stays: undoing the undo shows it again.
          database.prepare("DELETE FROM pictures WHERE id = ?").run(id);
          continue;
        }
        const live = before["hotkey"] !== null && before["trashed_at"] === null;
        const hotkey = live && holder.get(before["hotkey"], id) ? null : before["hotkey"];
        put.run({ ...before, hotkey });
      }
    },
  });

  return {
    ...createPictureList(database),
    find,
    get,
    mime,
    alpha,
    insert,
    write,
    add,
    update,
    updateAll,
    trash,
    restore,
    emptyTrash,
    used,
    usesSince,
    withHotkey,
  };
}
