import { readFileSync } from "node:fs";
import { afterEach, expect, test } from "vitest";
import { caseIn, DAY, type Desk, HOUR, MORNING, offer, openDesk } from "./complaints.fixture.ts";

const desks: Desk[] = [];
afterEach(async () => {
  for (const each of desks.splice(0)) await each.close();
});
async function desk(): Promise<Desk> {
  const opened = await openDesk();
  desks.push(opened);
  return opened;
}

const sorted = <T extends unknown[]>(rows: readonly T[]): T[] =>
  rows.toSorted((a, b) => (a.join() < b.join() ? -1 : 1));

/** The promises of a desk as [text up to the number, state, hours from the morning]. */
async function promises({ call }: Desk) {
  const { rows } = await call("promises.list", { view: "all" });
  return sorted(
    rows.map(({ text, state, dueAt }) => [
      text.replace(/（.*/, ""),
      state,
      (dueAt - MORNING) / HOUR,
    ]),
  );
}

test("deadlines become promises and are kept by the steps that meet them", async () => {
  const app = await desk();
  const { call } = app;
  const { id } = (await caseIn(app, "accept")).case;
  expect(await promises(app)).toEqual([["答复买家：三天了还没收到，要求今天送到", "open", 4]]);
  const made = (await call("promises.list", {})).rows[0]!;
  expect(made).toMatchObject({
    ...{ source: "complaint", caseId: id, customer: "王女士", order: "T20261127001" },
    shop: "灯饰旗舰店",
  });
  // Another time is the same promise.
  await call("complaints.amend", { id, changes: { answerBy: MORNING + 6 * HOUR } });
  expect(await promises(app)).toEqual([["答复买家：三天了还没收到，要求今天送到", "open", 6]]);

  await call("complaints.duty", { id, duty: "course_recorded", done: true });
  await call("complaints.duty", { id, duty: "waiting_told", done: true });
  await call("complaints.advance", { id });
  await call("complaints.duty", { id, duty: "summarised", done: true });
  await call("complaints.advance", { id });
  await call("complaints.escalate", { id, to: "李姐", reason: "要主管定" });
  await call("complaints.propose", {
    id,
    plan: { measure: "加急派送", reason: "滞留", dueAt: MORNING + 8 * HOUR },
  });
  expect(await promises(app)).toEqual(
    sorted([
      ["答复买家：三天了还没收到，要求今天送到", "open", 6],
      ["等 李姐 决定：三天了还没收到，要求今天送到", "open", 24],
    ]),
  );
  await call("complaints.decide", { id, approved: true, decidedBy: "李姐" });
  await call("complaints.duty", { id, duty: "plan_told", done: true });
  const told = [
    ["办好：加急派送", "open", 8],
    ["等 李姐 决定：三天了还没收到，要求今天送到", "done", 24],
    ["答复买家：三天了还没收到，要求今天送到", "done", 6],
  ];
  expect(await promises(app)).toEqual(sorted(told));
  // Ticked by mistake: the same promise is owed again, and no second one.
  await call("complaints.duty", { id, duty: "plan_told", done: false });
  expect((await promises(app)).map(([, state]) => state).toSorted()).toEqual([
    ...["done", "open", "withdrawn"],
  ]);
  await call("complaints.duty", { id, duty: "plan_told", done: true });
  expect(await promises(app)).toEqual(sorted(told));

  await call("complaints.answer", { id, agreed: true });
  await call("complaints.advance", { id });
  expect(await promises(app)).toEqual(
    sorted([...told, ["回访：三天了还没收到，要求今天送到", "open", 32]]),
  );
  await call("complaints.duty", { id, duty: "result_reported", done: true });
  await call("complaints.satisfaction", { id, value: 5 });
  await call("complaints.advance", { id });
  expect((await promises(app)).map(([, state]) => state)).toEqual(["done", "done", "done", "done"]);

  // The buyer came again: another answer is another promise.
  await call("complaints.reopen", { id, reason: "又坏了" });
  await call("complaints.amend", { id, changes: { answerBy: MORNING + DAY } });
  expect((await call("promises.list", {})).rows.map(({ id: name }) => name)).toEqual([
    `${id}:answer:2`,
  ]);
});

test("what is done with a promise among the promises is done in its case, and taken back with it", async () => {
  const app = await desk();
  const { call } = app;
  const { id } = (await caseIn(app, "resolve")).case;
  const answer = `${id}:answer:1`;
  const waiting = async () => (await call("complaints.get", { id })).case;

  await call("promises.carry", {
    ids: [answer],
    dueAt: MORNING + 9 * HOUR,
    dateOnly: false,
    reason: "买家晚上才在",
  });
  expect(await waiting()).toMatchObject({
    answerBy: MORNING + 9 * HOUR,
    deadline: { what: "answer", at: MORNING + 9 * HOUR },
  });
  const cleared = await call("promises.clear", { ids: [answer] });
  expect(await waiting()).toMatchObject({ answeredAt: MORNING, deadline: null });
  await call("promises.undo", { events: cleared.events });
  expect(await waiting()).toMatchObject({ answeredAt: null, deadline: { what: "answer" } });
  const { timeline } = await call("complaints.get", { id });
  expect(
    timeline.flatMap(({ event }) =>
      event.kind === "deadline" ? [[event.data.met, event.data.note]] : [],
    ),
  ).toEqual([
    [false, "买家晚上才在"],
    [true, ""],
    [false, ""],
  ]);

  await call("complaints.propose", {
    id,
    plan: { measure: "加急派送", reason: "滞留", dueAt: MORNING + 10 * HOUR },
  });
  await call("complaints.duty", { id, duty: "plan_told", done: true });
  await call("promises.clear", { ids: [`${id}:plan:1`] });
  const { duties, case: it } = await call("complaints.get", { id });
  expect(duties.find((each) => each.id === "result_reported")).toMatchObject({ done: true });
  expect(it.deadline).toBeNull();
  expect((await call("promises.list", { view: "open" })).total).toBe(0);
});

test("what needs more than a tick is refused, names the remedy and changes nothing", async () => {
  const app = await desk();
  const { core, call } = app;
  const { id } = (await caseIn(app, "resolve")).case;
  await call("complaints.escalate", { id, to: "李姐", reason: "要主管定" });
  const own = (await call("promises.add", { text: "自己记的", dueAt: MORNING + HOUR })).promise.id;
  const code = async (...asked: Parameters<typeof core.call>) => {
    const result = await core.call(...asked);
    return result.ok ? null : result.error.code;
  };
  const all = [own, `${id}:decision:1`];
  expect(await code("promises.clear", { ids: all })).toBe("promise_of_case_decision");
  expect(await code("promises.withdraw", { ids: all, reason: "" })).toBe(
    "promise_of_case_deadline",
  );
  expect((await call("promises.list", { view: "open" })).total).toBe(3);
  const { case: follow } = await caseIn(app, "follow", { order: "T2" });
  expect(await code("promises.clear", { ids: [`${follow.id}:follow:1`] })).toBe(
    "promise_of_case_follow",
  );
  await call("promises.carry", {
    ids: [`${follow.id}:follow:1`],
    dueAt: MORNING + 2 * DAY,
    dateOnly: false,
    reason: "买家出差",
  });
  const moved = (await call("complaints.get", { id: follow.id })).case;
  expect(moved.followUpAt).toBe(MORNING + 2 * DAY);
});

test("a refused plan and a case taken back owe nothing", async () => {
  const app = await desk();
  const { call } = app;
  const { id } = (await caseIn(app, "resolve")).case;
  await call("complaints.propose", {
    id,
    plan: { measure: "说明规定", reason: "过期", dueAt: MORNING + 8 * HOUR },
  });
  await call("complaints.duty", { id, duty: "plan_told", done: true });
  await call("complaints.answer", { id, agreed: false, note: "保价七天" });
  const { rows } = await call("promises.list", { view: "all" });
  expect(rows.map(({ state }) => state).toSorted()).toEqual(["done", "withdrawn"]);
});

test("a case taken in from a colleague is promised here too, once", async () => {
  const [a, b] = [await desk(), await desk()];
  const { id } = (await caseIn(a, "clarify")).case;
  const { url } = await a.call("complaints.export", { id, format: "zip" });
  const zip = readFileSync(a.core.takeDownload(url!.split("/").at(-1)!)!.path);
  for (let round = 0; round < 2; round += 1)
    await b.call("complaints.takeIn", { file: offer(b, "case.zip", zip) });
  expect(await promises(b)).toEqual(await promises(a));
});

test("a step that fails leaves no promise behind", async () => {
  const app = await desk();
  const result = await app.core.call("complaints.open", {
    ...{ customer: "", order: "", kind: "price", answerBy: MORNING + HOUR },
  });
  expect(result.ok).toBe(false);
  expect(await promises(app)).toEqual([]);
});
