import { afterAll, beforeAll, expect, test } from "vitest";
import { type BesideChat, startBesideChat } from "../support/besideChat.ts";

/* What to say in a complaint, filled with the case's facts, in the chat by one key: the real shell, a real client. */
let beside: BesideChat;
beforeAll(async () => {
  beside = await startBesideChat();
}, 90_000);
afterAll(() => beside?.close());

test("a wording of the case is pasted into the chat last pasted into", async () => {
  const { page, shell, desktop, chat } = beside;
  const opened = await shell.call("complaints.open", {
    ...{ title: "五天没到", customer: "王女士", order: "T240011", shop: "灯饰旗舰店" },
    kind: "logistics",
  });
  const { wordings, now } = await shell.call("complaints.wordings", { id: opened.case.id });
  const first = now
    .flatMap((kind) => wordings.filter((each) => each.kind === kind))
    .flatMap(({ texts }) => texts)
    .find(({ unfilled }) => unfilled.length === 0)!;
  expect(first.text).toContain("王女士");

  await page.goto(shell.url);
  await page.evaluate((id) => {
    window.location.hash = `/complaints?case=${id}`;
  }, opened.case.id);
  await page.getByText(first.text, { exact: true }).waitFor();
  await page.keyboard.press("1");
  const [record] = await shell.logged((log) => log[0]?.outcome === "pasted");
  expect(record).toMatchObject({ phraseId: null, application: "hexchat" });
  // Pasted, not sent: the agent looks at it first.
  await desktop.exec("xdotool", ["key", "Return"]);
  await chat.waitFor((lines) => lines.join("\n") === first.text);
}, 60_000);
