import { randomUUID } from "node:crypto";
import type Database from "better-sqlite3";
import {
  type Category,
  type ChangeReceipt,
  PHRASE_LIMITS,
} from "../../../shared/contract/phrases.ts";
import { AppError } from "../../../shared/errors.ts";
import type { HistoryStore, Remember } from "./historyStore.ts";
import { depthOf, heightOf, isBelow, type Node, pathOf } from "./rules.ts";

export type CategoryStore = ReturnType<typeof createCategoryStore>;

/** The category tree: at most four levels, names unique under one parent. */
export function createCategoryStore(
  database: Database.Database,
  history: HistoryStore,
  now: () => number,
) {
  function nodes(): Node[] {
    return database
      .prepare('SELECT id, parent_id AS "parentId", name FROM categories ORDER BY position, name')
      .all() as Node[];
  }

  const select = `SELECT c.id, c.parent_id AS parentId, c.name, c.position,
      (SELECT count(*) FROM phrases AS p INDEXED BY phrases_in_category
       WHERE p.category_id = c.id AND p.trashed_at IS NULL) AS count
    FROM categories AS c`;
  const all = database.prepare(`${select} ORDER BY c.position, c.name`);
  const one = database.prepare(`${select} WHERE c.id = ?`);

  const list = (): Category[] => all.all() as Category[];

  /** @throws AppError category_missing */
  function get(id: string): Category {
    const found = one.get(id) as Category | undefined;
    if (!found) throw new AppError("category_missing");
    return found;
  }

  function insert(remember: Remember, name: string, parentId: string | null): string {
    const id = randomUUID();
    remember("category", id);
    const last = database
      .prepare(
        "SELECT max(position) FROM categories WHERE coalesce(parent_id, '') = coalesce(?, '')",
      )
      .pluck()
      .get(parentId) as number | null;
    database
      .prepare("INSERT INTO categories (id, parent_id, name, position) VALUES (?, ?, ?, ?)")
      .run(id, parentId, name, (last ?? 0) + 1);
    return id;
  }

  function refuseSameName(name: string, parentId: string | null, exceptId: string): void {
    const taken = database
      .prepare(
        "SELECT 1 FROM categories WHERE coalesce(parent_id, '') = coalesce(?, '') AND name = ? AND id <> ?",
      )
      .get(parentId, name, exceptId);
    if (taken) throw new AppError("category_exists", { name });
  }

  /** @throws AppError category_missing, category_too_deep, category_exists */
  function create(name: string, parentId: string | null): Category {
    const tree = nodes();
    if (parentId !== null) get(parentId);
    const depth = parentId === null ? 1 : depthOf(tree, parentId) + 1;
    if (depth > PHRASE_LIMITS.categoryDepth)
      throw new AppError("category_too_deep", { limit: PHRASE_LIMITS.categoryDepth });
    refuseSameName(name, parentId, "");
    let id = "";
    history.change("category", name, (remember) => {
      id = insert(remember, name, parentId);
      return 1;
    });
    return get(id);
  }

  function rename(id: string, name: string): ChangeReceipt {
    const category = get(id);
    refuseSameName(name, category.parentId, id);
    return history.change("category", `${category.name} → ${name}`, (remember) => {
      remember("category", id);
      database.prepare("UPDATE categories SET name = ? WHERE id = ?").run(name, id);
      return 1;
    });
  }

  /** @throws AppError category_into_itself, category_too_deep, category_exists */
  function move(id: string, parentId: string | null, position?: number): ChangeReceipt {
    const category = get(id);
    const tree = nodes();
    if (parentId !== null) {
      get(parentId);
      if (isBelow(tree, parentId, id)) throw new AppError("category_into_itself");
    }
    const depth = (parentId === null ? 0 : depthOf(tree, parentId)) + heightOf(tree, id);
    if (depth > PHRASE_LIMITS.categoryDepth)
      throw new AppError("category_too_deep", { limit: PHRASE_LIMITS.categoryDepth });
    refuseSameName(category.name, parentId, id);
    return history.change("category", category.name, (remember) => {
      remember("category", id);
      database
        .prepare("UPDATE categories SET parent_id = ?, position = ? WHERE id = ?")
        .run(parentId, position ?? category.position, id);
      return 1;
    });
  }

  /** Removes a category with everything below it; live phrases in it go to the trash. */
  function remove(id: string): ChangeReceipt {
    const category = get(id);
    const tree = nodes();
    const doomed = tree.filter((node) => isBelow(tree, node.id, id)).map((node) => node.id);
    return history.change("category", category.name, (remember) => {
      let count = 0;
      const phrasesOf = database.prepare(
        "SELECT id, trashed_at FROM phrases WHERE category_id = ?",
      );
      const trash = database.prepare(
        "UPDATE phrases SET category_id = NULL, trashed_at = coalesce(trashed_at, ?) WHERE id = ?",
      );
      for (const categoryId of doomed) {
        for (const phrase of phrasesOf.all(categoryId) as {
          id: string;
          trashed_at: number | null;
        }[]) {
          remember("phrase", phrase.id);
          trash.run(now(), phrase.id);
          if (phrase.trashed_at === null) count += 1;
        }
        remember("category", categoryId);
      }
      for (const categoryId of doomed)
        database.prepare("DELETE FROM categories WHERE id = ?").run(categoryId);
      return count;
    });
  }

  /** The id of a path, made where it is missing. Call inside a change. `path` has at most four names. */
  function ensurePath(remember: Remember, path: readonly string[]): string | null {
    const find = database
      .prepare(
        "SELECT id FROM categories WHERE coalesce(parent_id, '') = coalesce(?, '') AND name = ?",
      )
      .pluck();
    let parentId: string | null = null;
    for (const name of path)
      parentId =
        (find.get(parentId, name) as string | undefined) ?? insert(remember, name, parentId);
    return parentId;
  }

  /** Removes those of the categories that hold nothing, and their parents in turn. Call inside a change. */
  function dropEmpty(remember: Remember, candidates: Iterable<string>): void {
    const full = database.prepare(
      `SELECT 1 WHERE EXISTS (SELECT 1 FROM phrases WHERE category_id = @id)
         OR EXISTS (SELECT 1 FROM categories WHERE parent_id = @id)`,
    );
    const parentOf = database.prepare("SELECT parent_id FROM categories WHERE id = ?").pluck();
    for (const candidate of candidates)
      for (let id: string | null = candidate; id !== null && !full.get({ id });) {
        const parentId: string | null = (parentOf.get(id) as string | null | undefined) ?? null;
        remember("category", id);
        database.prepare("DELETE FROM categories WHERE id = ?").run(id);
        id = parentId;
      }
  }

  const state = database.prepare("SELECT total_changes()").pluck();
  let known = { at: "", paths: new Map<string, string[]>() };

  /** Every category's names from the root, by id. Worked out anew only after a write, ours or another program's. */
  function paths(): ReadonlyMap<string, string[]> {
    const at = `${String(state.get())}/${String(database.pragma("data_version", { simple: true }))}`;
    if (known.at !== at) {
      const tree = nodes();
      known = { at, paths: new Map(tree.map((node) => [node.id, pathOf(tree, node.id)])) };
    }
    return known.paths;
  }

  /** Ids of a category and all below it. */
  function within(id: string): string[] {
    const tree = nodes();
    return tree.filter((node) => isBelow(tree, node.id, id)).map((node) => node.id);
  }

  return { list, get, create, rename, move, remove, ensurePath, dropEmpty, paths, within };
}
