import { afterAll, beforeAll, expect, test } from "vitest";
import { startApp } from "../support/app.ts";

/* A large step is taken back in another thread of the real program; what the thread says comes through. */
const ROWS = 2_500;
let running: Awaited<ReturnType<typeof startApp>>;
beforeAll(async () => {
  running = await startApp();
});
afterAll(() => running.stop());

async function importRows(count: number): Promise<number> {
  const { app } = running;
  const { origin, searchParams } = new URL(app.url);
  const rows = Array.from(
    { length: count },
    (_, n) => `第 ${n} 条,这是第 ${n} 条的正文,售后/第 ${n % 7} 类`,
  );
  const sent = await fetch(`${origin}/files?name=many.csv`, {
    method: "POST",
    headers: { authorization: `Bearer ${searchParams.get("token") ?? ""}` },
    body: ["标题,正文,分组", ...rows].join("\n"),
  });
  const { value } = (await sent.json()) as { value: { file: string } };
  const { historyId } = await app.call("import.apply", { file: value.file, job: "many" });
  return historyId!;
}

const total = async (): Promise<number> => (await running.app.call("phrases.query", {})).total;

test("an import of many rows is taken back, and that too; what is in the way is named", async () => {
  const { app } = running;
  const step = await importRows(ROWS);
  expect(await total()).toBe(ROWS);

  const { rows } = await app.call("phrases.query", { limit: 1 });
  const mine = await app.call("phrases.update", { id: rows[0]!.id, changes: { title: "改过" } });
  await expect(app.call("history.undo", { id: step })).rejects.toThrow(/history_overtaken.*改过/);
  expect(await total()).toBe(ROWS);
  await app.call("history.undo", { id: mine.historyId });

  const back = await app.call("history.undo", { id: step });
  expect(back.count).toBe(ROWS);
  expect(await total()).toBe(0);
  expect(await app.call("categories.list", {})).toEqual([]);
  await expect(app.call("history.undo", { id: step })).rejects.toThrow(/history_undone/);

  await app.call("history.undo", { id: back.historyId });
  expect(await total()).toBe(ROWS);
  await expect
    .poll(async () => (await app.call("phrases.query", { text: "第 777 条" })).rows[0]?.title)
    .toBe("第 777 条");
});
