import type { FilterImplOptions, Liquid } from "liquidjs";
import { honorific } from "./honorific.ts";
import {
  daysLater,
  formatMoment,
  hoursLater,
  minutesLater,
  type Moment,
  weekday,
} from "./moments.ts";
import { Placed, type Run, runOf } from "./run.ts";
import { Missing, Time, unwrap } from "./values.ts";
import { type FilterName, FILTERS, localeOf } from "./words.ts";

/** What a filter is told besides the value. */
interface Call {
  readonly args: readonly unknown[];
  readonly run: Run;
  /** The filter as it was written. */
  readonly spelling: string;
  readonly begin: number;
  fail(code: string): never;
}

type Work = (value: unknown, call: Call) => unknown;

const textOf = (value: unknown): string =>
  value instanceof Time ? value.valueOf() : String(value ?? "");

function numberOf(value: unknown, call: Call): number {
  const number = typeof value === "number" ? value : Number(textOf(value).trim() || Number.NaN);
  return Number.isFinite(number) ? number : call.fail("template_filter_takes_number");
}

/** `现在 | 小时后: 2`, or shorter `2 | 小时后`. */
const later =
  (
    name: "hoursLater" | "minutesLater" | "daysLater",
    move: (from: Moment, by: number) => Moment,
  ): Work =>
  (value, call) => {
    const [argument] = call.args;
    if (argument !== undefined) {
      if (!(value instanceof Time)) return call.fail("template_filter_needs_time");
      return new Time(move(value.moment(), numberOf(argument, call)));
    }
    if (value instanceof Time) return call.fail("template_filter_takes_number");
    const from = { ...call.run.now.moment(), locale: localeOf(FILTERS[name], call.spelling) };
    return new Time(move(from, numberOf(value, call)));
  };

const calculate =
  (step: (left: number, right: number) => number): Work =>
  (value, call) => {
    const result = step(numberOf(value, call), numberOf(call.args[0], call));
    return Number.isFinite(result) ? result : call.fail("template_filter_takes_number");
  };

/** Half up in decimal: 1.005 with two digits is 1.01. */
function roundTo(number: number, digits: number): string {
  const shifted = Math.round(Number(`${Math.abs(Number(number.toPrecision(12)))}e${digits}`));
  return `${number < 0 && shifted > 0 ? "-" : ""}${Number(`${shifted}e-${digits}`).toFixed(digits)}`;
}

const WORK: Readonly<Record<FilterName, Work>> = {
  default: (value, { args }) =>
    value instanceof Missing || value === null || value === undefined || value === ""
      ? args[0]
      : value,
  honorific: (value, { args }) => honorific(textOf(value), textOf(args[0])),
  truncate: (value, call) => {
    const letters = [...textOf(value)];
    const length = Math.max(1, Math.floor(numberOf(call.args[0], call)));
    return letters.length > length ? `${letters.slice(0, length).join("")}…` : letters.join("");
  },
  random: (value, { run, begin }) => {
    const wordings = textOf(value)
      .split("|")
      .map((wording) => wording.trim());
    return wordings[run.choose(begin, wordings)];
  },
  date: (value, call) => {
    if (!(value instanceof Time)) return call.fail("template_filter_needs_time");
    const [pattern] = call.args;
    return pattern === undefined ? value : formatMoment(value.moment(), textOf(pattern));
  },
  weekday: (value, call) =>
    value instanceof Time ? weekday(value.moment()) : call.fail("template_filter_needs_time"),
  hoursLater: later("hoursLater", hoursLater),
  minutesLater: later("minutesLater", minutesLater),
  daysLater: later("daysLater", daysLater),
  plus: calculate((left, right) => left + right),
  minus: calculate((left, right) => left - right),
  times: calculate((left, right) => left * right),
  dividedBy: calculate((left, right) => left / right),
  round: (value, call) => {
    const digits = call.args[0] === undefined ? 0 : Math.floor(numberOf(call.args[0], call));
    return roundTo(numberOf(value, call), Math.min(4, Math.max(0, digits)));
  },
};

function filter(name: FilterName): FilterImplOptions {
  return function apply(value: unknown, ...args: unknown[]): unknown {
    const { token } = this;
    const given = unwrap(value);
    const said = args.map(unwrap);
    // What is missing stays missing through every filter but `default`, and so does a missing argument.
    if (name !== "default") {
      const absent = [given, ...said].find((each) => each instanceof Missing);
      if (absent) return absent;
    }
    return WORK[name](given, {
      args: said,
      run: runOf(this.context),
      spelling: token.name,
      begin: token.begin,
      fail(code) {
        const params = { name: token.name };
        throw new Placed({ code, params, start: token.begin, end: token.end, fix: null });
      },
    });
  };
}

/** Puts our filters, and nothing else, into the engine. */
export function registerFilters(liquid: Liquid): void {
  for (const name of Object.keys(liquid.filters)) liquid.unregisterFilter(name);
  for (const [name, spelled] of Object.entries(FILTERS) as [FilterName, (typeof FILTERS)["date"]][])
    for (const spelling of new Set<string>(Object.values(spelled)))
      liquid.registerFilter(spelling, filter(name));
}
