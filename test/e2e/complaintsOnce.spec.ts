import { expect, type RunningApp, test } from "./fixtures.ts";
import { ComplaintsPage } from "./pages/ComplaintsPage.ts";

const HOUR = 3_600_000;
test.use({ timezoneId: "Asia/Shanghai" });

/** A case that reached its third stage, or its 回访. */
async function caseIn(app: RunningApp, stage: "resolve" | "follow"): Promise<string> {
  const { case: made } = await app.call("complaints.open", {
    ...{ customer: "王女士", order: "T1", kind: "logistics", words: "快递五天不动" },
    answerBy: Date.now() + HOUR,
  });
  const { id } = made;
  const tick = (duty: "course_recorded" | "waiting_told" | "summarised" | "plan_told") =>
    app.call("complaints.duty", { id, duty, done: true });
  await tick("course_recorded");
  await tick("waiting_told");
  await app.call("complaints.advance", { id });
  await tick("summarised");
  await app.call("complaints.advance", { id });
  if (stage === "resolve") return id;
  const plan = { measure: "补发", reason: "丢件", dueAt: Date.now() + HOUR };
  await app.call("complaints.propose", { id, plan });
  await tick("plan_told");
  await app.call("complaints.answer", { id, agreed: true });
  await app.call("complaints.advance", { id });
  return id;
}

async function open(page: ComplaintsPage["page"], app: RunningApp, id: string) {
  const screen = await ComplaintsPage.open(page, app);
  await page.goto(`${new URL(app.url).origin}/#/complaints?case=${id}`);
  await page.locator(".case").waitFor();
  return screen;
}

test("a double click goes back one stage", async ({ page, app }) => {
  const id = await caseIn(app, "follow");
  const screen = await open(page, app, id);
  await page.getByRole("button", { name: "退回上一步" }).dblclick();
  await expect(screen.stage).toContainText("提出方案");
  const { timeline } = await app.call("complaints.get", { id });
  expect(timeline.filter(({ event }) => event.kind === "back")).toHaveLength(1);
});

test("the time of the 回访 is written down once it is left, not with every key", async ({
  page,
  app,
}) => {
  const id = await caseIn(app, "follow");
  const screen = await open(page, app, id);
  await screen.tab("处理");
  const field = screen.side.locator(".moment-exact").first();
  await field.fill("2030-01-02T03:04");
  await field.fill("2030-01-02T13:04");
  const changes = async () =>
    (await app.call("complaints.get", { id })).timeline.filter(
      ({ event }) => event.kind === "amended",
    );
  expect(await changes()).toHaveLength(0);
  await field.press("Enter");
  await expect(page.locator(".undo-bar")).toContainText("回访改到了");
  expect(await changes()).toHaveLength(1);
  expect((await app.call("complaints.get", { id })).case.followUpAt).toBe(
    Date.parse("2030-01-02T13:04:00+08:00"),
  );
});

test("what was typed for a superior is still there after a look at the wordings", async ({
  page,
  app,
}) => {
  const screen = await open(page, app, await caseIn(app, "resolve"));
  await screen.tab("处理");
  const up = screen.part("上报");
  await screen.press(up, "主动上报");
  await up.getByLabel("为什么上报").fill("买家要找媒体");
  await screen.press(up, "看上报话术");
  await expect(up).toBeHidden();
  await screen.tab("处理");
  await expect(up.getByLabel("为什么上报")).toHaveValue("买家要找媒体");
});

test("two limits changed quickly one after the other both hold", async ({ page, app }) => {
  await app.call("settings.set", { locale: "zh-CN" });
  // Neither is answered before both were made.
  const both = Promise.withResolvers<void>();
  await page.route("**/call/complaints.setAuthority", async (route) => {
    await both.promise;
    await route.continue();
  });
  await page.goto(`${app.url}#/complaintRules`);
  for (const [label, yuan] of [
    ["客服：物流", "60"],
    ["客服：发票", "70"],
  ] as const) {
    await page.getByLabel(label, { exact: true }).fill(yuan);
    await page.getByLabel(label, { exact: true }).press("Enter");
  }
  both.resolve();
  await expect
    .poll(async () => (await app.call("complaints.authority", {})).limits.agent)
    .toMatchObject({ logistics: 6_000, invoice: 7_000 });
});
