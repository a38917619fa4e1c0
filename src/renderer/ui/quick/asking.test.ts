import { beforeEach, describe, expect, test } from "vitest";
import { AppError } from "../../../shared/errors.ts";
import { type Asking, createAsking, type Search } from "./asking.ts";
import type { Found } from "./found.ts";

interface Asked {
  readonly text: string;
  answer(titles: string[], ready?: boolean): Promise<void>;
  fail(error: unknown): Promise<void>;
}

let asked: Asked[];
let shown: Search[];
let asking: Asking;

/** Lets what hangs on an answer run. */
const settle = (): Promise<void> => new Promise((done) => setImmediate(done));
const hit = (title: string): Found => ({ kind: "phrase", id: title }) as never;
const titles = (search: Search | null): string[] | null =>
  search && search.hits.map(({ id }) => id);
const now = (): Search => shown.at(-1)!;

beforeEach(() => {
  asked = [];
  shown = [];
  asking = createAsking({
    query: ({ text }) =>
      new Promise((resolve, reject) => {
        asked.push({
          text,
          async answer(found, ready = true) {
            resolve({ hits: found.map(hit), ready, heard: null });
            await settle();
          },
          async fail(error) {
            reject(error);
            await settle();
          },
        });
      }),
    show: (search) => shown.push(search),
  });
});

test("old rows stay until the answer comes, and are known to be old", async () => {
  asking.ask("", "", null);
  await asked[0]!.answer(["问好"]);
  expect(now()).toMatchObject({ text: "", fresh: true, answered: true });
  asking.ask("thh", "", 5);
  expect(titles(now())).toEqual(["问好"]);
  expect(now().fresh).toBe(false);
  await asked[1]!.answer(["退换货流程"]);
  expect(now()).toMatchObject({ text: "thh", fresh: true, pressedAt: 5 });
});

test("an answer to an earlier question is dropped", async () => {
  asking.ask("t", "", null);
  asking.ask("th", "", null);
  await asked[1]!.answer(["新"]);
  await asked[0]!.answer(["旧"]);
  expect(titles(now())).toEqual(["新"]);
});

describe("a choice", () => {
  test("is made from the rows in sight when they are those of the text", async () => {
    asking.ask("thh", "", null);
    await asked[0]!.answer(["退换货流程"]);
    expect(titles(asking.answer() as Search)).toEqual(["退换货流程"]);
    // Being asked again does not take away what the person sees.
    asking.again();
    expect(titles(asking.answer() as Search)).toEqual(["退换货流程"]);
  });

  test("waits for the rows of the text, never for older ones", async () => {
    asking.ask("", "", null);
    await asked[0]!.answer(["问好"]);
    asking.ask("thh", "", null);
    const choice = asking.answer();
    await asked[1]!.answer(["退换货流程"]);
    expect(titles(await choice)).toEqual(["退换货流程"]);
  });

  test("goes on waiting when the library changes meanwhile", async () => {
    asking.ask("thh", "", null);
    const choice = asking.answer();
    asking.again();
    await asked[0]!.answer(["旧"]);
    await asked[1]!.answer(["退换货流程"]);
    expect(titles(await choice)).toEqual(["退换货流程"]);
  });

  test("waits when nothing was found and the library has just changed", async () => {
    asking.ask("thh", "", null);
    await asked[0]!.answer([]);
    asking.again();
    const choice = asking.answer();
    await asked[1]!.answer(["退换货流程"]);
    expect(titles(await choice)).toEqual(["退换货流程"]);
  });

  test("is over at once when nothing was found", async () => {
    asking.ask("xyz", "", null);
    await asked[0]!.answer([]);
    expect(asking.answer()).toBeNull();
  });

  test("does not take an answer that is not complete", async () => {
    asking.ask("thh", "", null);
    const choice = asking.answer();
    await asked[0]!.answer(["半个"], false);
    // Now it is in sight: chosen from here on it is what the person means.
    expect(titles(asking.answer() as Search)).toEqual(["半个"]);
    asking.again();
    await asked[1]!.answer(["退换货流程"]);
    expect(titles(await choice)).toEqual(["退换货流程"]);
  });

  test("is taken back by typing on, by another shop, and by letting go", async () => {
    asking.ask("th", "", null);
    const typed = asking.answer();
    asking.ask("thh", "", null);
    expect(await typed).toBeNull();
    const otherShop = asking.answer();
    asking.ask("thh", "灯饰旗舰店", null);
    expect(await otherShop).toBeNull();
    const let_go = asking.answer();
    asking.drop();
    expect(await let_go).toBeNull();
  });

  test("is not made when the core is gone, and that is shown", async () => {
    asking.ask("thh", "", null);
    const choice = asking.answer();
    await asked[0]!.fail(new AppError("core_gone"));
    expect(await choice).toBeNull();
    expect(now().trouble?.code).toBe("core_gone");
    asking.again();
    await asked[1]!.answer(["退换货流程"]);
    expect(now().trouble).toBeNull();
  });

  test("is not made when the core refuses, and the reason is shown", async () => {
    asking.ask("thh", "", null);
    await asked[0]!.fail(new AppError("database_damaged", { path: "x", detail: "y", backup: "-" }));
    expect(now().trouble?.code).toBe("database_damaged");
    expect(asking.answer()).toBeNull();
  });
});
