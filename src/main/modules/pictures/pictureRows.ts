import type { Picture, PictureMime, PictureRow } from "../../../shared/contract/pictures.ts";

/** A row of `SELECT_PICTURES`. */
export interface Raw {
  id: string;
  name: string;
  mime: PictureMime;
  width: number;
  height: number;
  bytes: number;
  frames: number;
  alpha: number;
  sku: string;
  tags: string;
  hotkey: string | null;
  favourite: number;
  note: string;
  created_at: number;
  changed_at: number;
  trashed_at: number | null;
  use_count: number;
  last_used_at: number | null;
}

/** Pictures with their use. */
export const SELECT_PICTURES = `SELECT p.*, coalesce(u.count, 0) AS use_count, u.last_used_at
  FROM pictures AS p LEFT JOIN picture_use AS u ON u.picture_id = p.id`;

export function toPicture(raw: Raw): Picture {
  return {
    id: raw.id,
    name: raw.name,
    sku: raw.sku,
    tags: raw.tags === "[]" ? [] : (JSON.parse(raw.tags) as string[]),
    hotkey: raw.hotkey,
    favourite: raw.favourite === 1,
    note: raw.note,
    mime: raw.mime,
    width: raw.width,
    height: raw.height,
    bytes: raw.bytes,
    frames: raw.frames,
    createdAt: raw.created_at,
    changedAt: raw.changed_at,
    trashedAt: raw.trashed_at,
    useCount: raw.use_count,
    lastUsedAt: raw.last_used_at,
  };
}

export function toRow(raw: Raw): PictureRow {
  const { note: _note, createdAt: _createdAt, ...row } = toPicture(raw);
  return row;
}
