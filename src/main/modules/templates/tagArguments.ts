import { TEMPLATE_LIMITS, type TemplateField } from "../../../shared/contract/templates.ts";
import type { Flaw } from "./scan.ts";

/** A word, a quotation or a sign in a tag of ours. */
export interface Word {
  readonly kind: "word" | "quoted" | "sign";
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

const ESCAPED = /\\(.)/g;

/** Cuts the inside of a tag into words; bare words go on until a blank or one of `, : = |` and a quote. */
export function wordsOf(normalised: string, begin: number, end: number): Word[] {
  const words: Word[] = [];
  const pattern = /"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|([,:=|])|([^\s,:=|"']+)/gy;
  for (let at = begin; at < end;) {
    if (/\s/.test(normalised[at]!)) {
      at += 1;
      continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(normalised);
    // A quote that ends nowhere was found before; whatever else is left stands for itself.
    if (!match) break;
    const [whole, double, single, sign, word] = match;
    const quoted = double ?? single;
    const stop = at + whole.length;
    if (quoted !== undefined)
      words.push({ kind: "quoted", text: quoted.replaceAll(ESCAPED, "$1"), start: at, end: stop });
    else if (sign !== undefined)
      words.push({ kind: "sign", text: sign === "=" ? ":" : sign, start: at, end: stop });
    else words.push({ kind: "word", text: word!, start: at, end: stop });
    at = stop;
  }
  return words;
}

type Setting = "default" | "label" | "min" | "max" | "optional";

const SETTINGS: Readonly<Record<string, Setting>> = {
  default: "default",
  默认: "default",
  預設: "default",
  label: "label",
  说明: "label",
  說明: "label",
  min: "min",
  最小: "min",
  最少: "min",
  max: "max",
  最大: "max",
  最多: "max",
  optional: "optional",
  选填: "optional",
  選填: "optional",
};

export type FieldKind = TemplateField["kind"];

/** A field as its tag says it. A default without quotes may be a variable: its path is kept. */
export interface FieldTag {
  readonly field: TemplateField;
  /** Where the name stands. */
  readonly start: number;
  readonly end: number;
  /** A default that may be a variable. */
  readonly defaultPath: Word | null;
  readonly flaws: readonly Flaw[];
}

const flaw = (
  code: string,
  at: { start: number; end: number },
  params: Flaw["params"] = {},
): Flaw => ({
  code,
  params,
  start: at.start,
  end: at.end,
  fix: null,
});

const isSign = (word: Word | undefined, text: string): boolean =>
  word?.kind === "sign" && word.text === text;

/** Number of a word; null when it is none. */
const numberOf = (word: Word): number | null =>
  /^-?\d+(\.\d+)?$/.test(word.text) ? Number(word.text) : null;

interface Said {
  readonly settings: Map<Setting, Word>;
  readonly options: Word[];
  readonly flaws: Flaw[];
}

/** What stands after the name: options of a choice, and settings such as `min:1`. */
function readSettings(words: readonly Word[]): Said {
  const said: Said = { settings: new Map(), options: [], flaws: [] };
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    if (word.kind === "sign") {
      if (word.text === "|") said.flaws.push(flaw("template_syntax", word, { text: word.text }));
      continue;
    }
    const setting = word.kind === "word" ? SETTINGS[word.text] : undefined;
    if (setting === "optional") said.settings.set(setting, word);
    else if (isSign(words[at + 1], ":")) {
      const value = words[at + 2];
      if (setting === undefined || !value || value.kind === "sign")
        said.flaws.push(flaw("template_field_setting", word, { setting: word.text }));
      else said.settings.set(setting, value);
      at += 2;
    } else said.options.push(word);
  }
  return said;
}

function readNumber(
  said: Said,
  setting: "min" | "max" | "default",
  name: string,
): number | undefined {
  const word = said.settings.get(setting);
  if (!word) return undefined;
  const number = numberOf(word);
  if (number === null) {
    // A default without quotes may be a variable, whose value is looked at when the form opens.
    if (setting !== "default" || word.kind === "quoted")
      said.flaws.push(flaw("template_field_number", word, { name, text: word.text }));
    return undefined;
  }
  return number;
}

/** Reads what stands in `{% input … %}`, `{% choice … %}` or `{% number … %}` after the tag's own name. */
export function readField(
  kind: FieldKind,
  normalised: string,
  begin: number,
  end: number,
): FieldTag | Flaw {
  const words = wordsOf(normalised, begin, end);
  const [name, ...rest] = words;
  if (!name || name.kind === "sign" || name.text.trim() === "" || name.text.includes("."))
    return flaw("template_field_name", { start: begin, end });
  const said = readSettings(rest);
  const title = name.text.trim();
  if (title.length > TEMPLATE_LIMITS.fieldName)
    said.flaws.push(
      flaw("template_field_long", name, {
        length: title.length,
        limit: TEMPLATE_LIMITS.fieldName,
      }),
    );
  const options = kind === "choice" ? said.options.map((word) => word.text.trim()) : [];
  const first = said.options[0];
  if (kind !== "choice" && first)
    said.flaws.push(flaw("template_field_setting", first, { setting: first.text }));
  if (kind === "choice" && (options.length === 0 || options.length > TEMPLATE_LIMITS.options))
    said.flaws.push(
      flaw("template_field_options", name, { name: title, limit: TEMPLATE_LIMITS.options }),
    );
  const fallback = said.settings.get("default");
  const min = kind === "number" ? readNumber(said, "min", title) : undefined;
  const max = kind === "number" ? readNumber(said, "max", title) : undefined;
  const start = kind === "number" ? readNumber(said, "default", title) : undefined;
  const outside = start !== undefined && (start < (min ?? start) || start > (max ?? start));
  if ((min !== undefined && max !== undefined && min > max) || outside)
    said.flaws.push(flaw("template_field_range", name, { name: title }));
  const isPath = fallback?.kind === "word" && numberOf(fallback) === null;
  if (kind === "choice" && fallback && !options.includes(fallback.text.trim()))
    said.flaws.push(
      flaw("template_field_default", fallback, { name: title, text: fallback.text.trim() }),
    );
  return {
    field: {
      name: title,
      kind,
      label: said.settings.get("label")?.text ?? title,
      ...(kind === "choice" ? { options: [...new Set(options)] } : {}),
      ...(fallback && (!isPath || kind === "choice") ? { default: fallback.text.trim() } : {}),
      ...(min === undefined ? {} : { min }),
      ...(max === undefined ? {} : { max }),
      required: !said.settings.has("optional"),
    },
    start: name.start,
    end: name.end,
    defaultPath: isPath && kind !== "choice" ? fallback : null,
    flaws: said.flaws,
  };
}

/** The arguments of a tag of pairs, such as `原价:399 件数:2`. Words without a value are flags. */
export function readPairs(
  normalised: string,
  begin: number,
  end: number,
): { pairs: { key: Word; value: Word }[]; flags: Word[]; flaws: Flaw[] } {
  const words = wordsOf(normalised, begin, end);
  const pairs: { key: Word; value: Word }[] = [];
  const flags: Word[] = [];
  const flaws: Flaw[] = [];
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at]!;
    if (isSign(word, ",")) continue;
    const value = words[at + 2];
    if (word.kind === "sign") flaws.push(flaw("template_syntax", word, { text: word.text }));
    else if (!isSign(words[at + 1], ":")) flags.push(word);
    else if (!value || value.kind === "sign")
      flaws.push(flaw("template_field_setting", word, { setting: word.text }));
    else pairs.push({ key: word, value });
    if (word.kind !== "sign" && isSign(words[at + 1], ":")) at += 2;
  }
  return { pairs, flags, flaws };
}
