import type { Phrase, Segment } from "../../../shared/contract/phrases.ts";

/** A row of `SELECT_PHRASES`. */
export interface Raw {
  id: string;
  title: string;
  body: string;
  segments: string;
  questions: string;
  shortcut: string;
  category_id: string | null;
  tags: string;
  shop: string;
  favourite: number;
  hotkey: string | null;
  send_mode: "paste" | "send";
  note: string;
  promise: string;
  source: string;
  created_at: number;
  changed_at: number;
  trashed_at: number | null;
  use_count: number;
  last_used_at: number | null;
}

/** Phrases with their use. */
export const SELECT_PHRASES = `SELECT p.*, coalesce(u.count, 0) AS use_count, u.last_used_at
  FROM phrases AS p LEFT JOIN phrase_use AS u ON u.phrase_id = p.id`;

const NONE = "[]";

export function toPhrase(raw: Raw): Phrase {
  return {
    id: raw.id,
    title: raw.title,
    body: raw.body,
    // Parsing is dear where there are 100,000 rows, and nearly all have none.
    segments: raw.segments === NONE ? [] : (JSON.parse(raw.segments) as Segment[]),
    questions: raw.questions === NONE ? [] : (JSON.parse(raw.questions) as string[]),
    shortcut: raw.shortcut,
    categoryId: raw.category_id,
    tags: JSON.parse(raw.tags) as string[],
    shop: raw.shop,
    favourite: raw.favourite === 1,
    hotkey: raw.hotkey,
    sendMode: raw.send_mode,
    note: raw.note,
    promise: raw.promise,
    source: raw.source,
    createdAt: raw.created_at,
    changedAt: raw.changed_at,
    trashedAt: raw.trashed_at,
    useCount: raw.use_count,
    lastUsedAt: raw.last_used_at,
  };
}
