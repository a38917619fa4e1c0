import { AppError } from "../../shared/errors.ts";
import { databaseFile } from "../database/open.ts";
import { type CommandCore, withCore } from "./openCore.ts";
import { EXIT, line, UsageError } from "./output.ts";
import { tell } from "./words.ts";

/** An index that takes longer than this may never be ready: then the library is looked at, milliseconds. */
const INDEX_WITHIN = 2_000;

/** The index is built in the background; a command has to wait for it. @throws AppError database_damaged */
async function indexReady({ call, dataFolder }: CommandCore): Promise<void> {
  let doubtful = performance.now() + INDEX_WITHIN;
  while (!(await call("system.status", {})).indexReady) {
    if (performance.now() > doubtful) {
      const { problems } = await call("system.check", {});
      const [detail] = problems;
      if (detail !== undefined)
        throw new AppError("database_damaged", { path: databaseFile(dataFolder), detail });
      doubtful = Infinity;
    }
    await new Promise((next) => setImmediate(next));
  }
}

/** `search QUERY`: best first. */
export function runSearch(
  words: string[],
  values: Record<string, string | boolean | undefined>,
): Promise<number> {
  const limit = values["limit"] === undefined ? 10 : Number(values["limit"]);
  if (!Number.isInteger(limit) || limit < 1 || limit > 100)
    throw new UsageError(
      tell("choose", { option: "--limit", allowed: "1-100", given: String(values["limit"]) }),
    );
  return withCore(values["data"], async (opened) => {
    const { call } = opened;
    await indexReady(opened);
    const { hits } = await call("search.query", { text: words.join(" "), limit });
    const found = await Promise.all(
      hits.map(async ({ phrase: row }) => {
        const { id, title, body, shortcut } = await call("phrases.get", { id: row.id });
        return { id, title, body, shortcut, category: row.categoryPath.join("/") };
      }),
    );
    if (values["json"]) line(JSON.stringify(found));
    else
      for (const hit of found)
        line(
          `${hit.title}${hit.shortcut ? `  /${hit.shortcut}` : ""}  ${hit.category}\n    ${hit.body.replaceAll("\n", "\n    ")}`,
        );
    return EXIT.done;
  });
}
