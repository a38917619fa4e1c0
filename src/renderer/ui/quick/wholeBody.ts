import { useEffect, useState } from "react";
import type { PhraseRow } from "../../../shared/contract/phrases.ts";
import { call } from "../../api/client.ts";

/** Lists carry this much of a body; a shorter one is whole. */
const CUT_AT = 160;

/** The whole body of a phrase. @throws AppError phrase_missing, core_gone */
export async function wholeBody(row: PhraseRow): Promise<string> {
  if (row.body.length < CUT_AT) return row.body;
  return (await call("phrases.get", { id: row.id })).body;
}

/** The body for the preview: the cut one at once, the whole one as soon as it is there. */
export function useWholeBody(row: PhraseRow | undefined): string {
  const [whole, setWhole] = useState<{ id: string; changedAt: number; body: string } | null>(null);
  useEffect(() => {
    if (!row || row.body.length < CUT_AT) return;
    let current = true;
    wholeBody(row)
      .then((body) => {
        if (current) setWhole({ id: row.id, changedAt: row.changedAt, body });
      })
      // The cut body stays; choosing says what is wrong.
      .catch(() => undefined);
    return () => {
      current = false;
    };
  }, [row]);
  if (!row) return "";
  return whole?.id === row.id && whole.changedAt === row.changedAt ? whole.body : row.body;
}
