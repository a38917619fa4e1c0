import { afterAll, beforeAll, expect, test } from "vitest";
import { type BesideChat, startBesideChat } from "../support/besideChat.ts";

/* A price worked out beside the chat, and the words for the buyer in the chat: the real shell, a real client. */
let beside: BesideChat;
beforeAll(async () => {
  beside = await startBesideChat();
}, 90_000);
afterAll(() => beside?.close());

test("the explanation is pasted into the chat last pasted into", async () => {
  const { page, shell, desktop, chat } = beside;
  await page.goto(shell.url);
  await page.evaluate(() => {
    window.location.hash = "/price";
  });
  await page.getByLabel("一行算式").fill("299*2 9折 满300减50 券20");
  await page.getByRole("button", { name: "粘贴到聊天" }).click();
  const [record] = await shell.logged((log) => log[0]?.title === "到手价");
  expect(record).toMatchObject({ outcome: "pasted" });
  // Pasted, not sent: the agent looks at it first.
  await desktop.exec("xdotool", ["key", "Return"]);
  await chat.waitFor((lines) =>
    lines.some((line) => line.endsWith("到手 468.20元（每件约234.10元），比标价省129.80元")),
  );
}, 60_000);
