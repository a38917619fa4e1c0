import {
  type Context,
  type Emitter,
  IfTag,
  type Liquid,
  type Parser,
  RawTag,
  Tag,
  type TagToken,
  type Template,
  type TopLevelToken,
} from "liquidjs";
import { isAppError } from "../../../shared/errors.ts";
import { CURSOR, Placed, putOut, runOf } from "./run.ts";
import { type FieldTag, readField, readPairs, type Word } from "./tagArguments.ts";
import { Missing, Time, unwrap } from "./values.ts";

/** Where the inside of a tag begins and ends after its name. */
function inside(token: TagToken): [number, number] {
  return [token.tokenizer.p, token.contentRange[1]];
}

/** What was asked, put out where it stands. */
function fieldTag(kind: "input" | "choice" | "number") {
  return class extends Tag {
    readonly #read: FieldTag;

    constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
      super(token, rest, liquid);
      const read = readField(kind, token.input, ...inside(token));
      if ("code" in read) throw new Placed(read);
      this.#read = read;
    }

    override render(context: Context, emitter: Emitter): void {
      const run = runOf(context);
      emitter.write(putOut(run.answer(this.#read.field.name), run));
    }
  };
}

/** Several wordings, of which one is taken. */
class RandomTag extends Tag {
  readonly #wordings: { source: string; templates: Template[] }[] = [];

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid, parser: Parser) {
    super(token, rest, liquid);
    let templates: Template[] = [];
    let from = token.end;
    const end = (until: number): void => {
      this.#wordings.push({ source: token.input.slice(from, until).trim(), templates });
    };
    parser
      .parseStream(rest)
      .on<TagToken>("tag:or", (or) => {
        end(or.begin);
        templates = [];
        from = or.end;
      })
      .on<TagToken>("tag:endrandom", function stop(last) {
        end(last.begin);
        this.stop();
      })
      .on<Template>("template", (template) => void templates.push(template))
      .on("end", () => {
        throw new Error("random is not closed");
      })
      .start();
  }

  override *render(context: Context, emitter: Emitter): Generator<unknown, void, unknown> {
    const sources = this.#wordings.map((wording) => wording.source);
    const chosen = this.#wordings[runOf(context).choose(this.token.begin, sources)];
    if (chosen) yield this.liquid.renderer.renderTemplates(chosen.templates, context, emitter);
  }
}

/** Where the cursor stands after pasting. */
class CursorTag extends Tag {
  override render(_context: Context, emitter: Emitter): void {
    emitter.write(CURSOR);
  }
}

const STEPS = new Set(["步骤", "步驟", "steps"]);
const SAVED = new Set(["优惠", "優惠", "saved"]);

/** The final price, its steps in words, or what is saved. */
class PriceTag extends Tag {
  readonly #pairs: { key: Word; value: Word }[];
  readonly #flags: Set<string>;

  constructor(token: TagToken, rest: TopLevelToken[], liquid: Liquid) {
    super(token, rest, liquid);
    const { pairs, flags } = readPairs(token.input, ...inside(token));
    this.#pairs = pairs;
    this.#flags = new Set(flags.map((flag) => flag.text));
  }

  override render(context: Context, emitter: Emitter): void {
    const run = runOf(context);
    const args: Record<string, string> = {};
    for (const { key, value } of this.#pairs) {
      const known =
        value.kind === "word" ? unwrap(valueAt(context.environments, value.text)) : undefined;
      if (known instanceof Missing) {
        emitter.write(putOut(known, run));
        return;
      }
      args[key.text] = known === undefined ? value.text : textOf(known);
    }
    if (!run.price) throw new Error("no price calculator");
    const { begin: start, end } = this.token;
    try {
      const { final, steps, saved } = run.price(args);
      const asks = (words: ReadonlySet<string>): boolean =>
        [...words].some((word) => this.#flags.has(word));
      const said = asks(STEPS) ? steps.join("\n") : asks(SAVED) ? saved : final;
      emitter.write(putOut(said, run));
    } catch (cause) {
      if (!isAppError(cause)) throw cause;
      const params = { ...cause.params };
      throw new Placed({ code: cause.code, params, start, end, fix: null }, { cause });
    }
  }
}

const textOf = (value: unknown): string =>
  value instanceof Time ? value.valueOf() : String(value ?? "");

/** The value a path leads to; undefined when there is none. */
function valueAt(scope: object, path: string): unknown {
  let value: unknown = scope;
  for (const name of path.split(".")) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, name))
      return undefined;
    value = (value as Record<string, unknown>)[name];
  }
  return value;
}

/** Puts our tags, `if` and `raw`, and nothing else, into the engine. */
export function registerTags(liquid: Liquid): void {
  for (const name of Object.keys(liquid.tags)) delete liquid.tags[name];
  liquid.registerTag("raw", RawTag);
  liquid.registerTag("if", IfTag);
  liquid.registerTag("input", fieldTag("input"));
  liquid.registerTag("choice", fieldTag("choice"));
  liquid.registerTag("number", fieldTag("number"));
  liquid.registerTag("random", RandomTag);
  liquid.registerTag("cursor", CursorTag);
  liquid.registerTag("price", PriceTag);
}
