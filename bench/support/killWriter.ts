import { writeSync } from "node:fs";
import { openCore } from "../../src/main/commands/openCore.ts";

/*
 * Writes promises, cases with records and phrases through the core for as long as it is let live, and says each one
 * only once the core has said that it is saved. Started and killed by bench/kill.ts.
 */
const folder = process.argv[2];
if (folder === undefined) throw new Error("usage: killWriter.ts FOLDER");
const { call } = await openCore(folder, "browser");
const said = (what: string, ...facts: readonly string[]): void =>
  void writeSync(1, `${[what, ...facts].join(" ")}\n`);
said("ready");

const DAY = 24 * 60 * 60 * 1_000;
for (let n = 0; ; n += 1) {
  const mark = `${process.pid}-${n}`;
  const phrase = await call("phrases.create", { title: `话术 ${mark}`, body: `您好 ${mark}` });
  said("phrase", phrase.id);
  await call("phrases.update", { id: phrase.id, changes: { body: `改过 ${mark}` } });
  said("changed", phrase.id, `改过 ${mark}`);
  const { promise } = await call("promises.add", {
    text: `补发 ${mark}`,
    customer: "王女士",
    dueAt: Date.now() + DAY,
  });
  said("promise", promise.id);
  if (n % 2 === 1) {
    await call("promises.clear", { ids: [promise.id] });
    said("cleared", promise.id);
  }
  const { case: opened } = await call("complaints.open", {
    title: `投诉 ${mark}`,
    customer: "王女士",
    kind: "logistics",
  });
  said("case", opened.id);
  await call("complaints.record", { id: opened.id, kind: "chat", text: `记录 ${mark}` });
  said("record", opened.id, `记录 ${mark}`);
}
