import { withCore } from "./openCore.ts";
import { EXIT, line, UsageError } from "./output.ts";
import { tell } from "./words.ts";

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
  return withCore(values["data"], async ({ call }) => {
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
