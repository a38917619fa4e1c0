import { Parser } from "saxen";

/** What a reader wants to know of an XML text, names without their namespace prefix. */
export interface XmlHandlers {
  open?(name: string, attributes: () => Record<string, string>): void;
  close?(name: string): void;
  text?(value: string): void;
}

/** Reads a whole XML text. Throws the parser's error when it is not well-formed. */
export function parseXml(xml: string, handlers: XmlHandlers): void {
  const parser = new Parser();
  let failure: Error | null = null;
  parser.on("error", (error) => {
    failure ??= error;
  });
  parser.on("warn", () => undefined);
  parser.on("openTag", (name, attributes) => handlers.open?.(local(name), attributes));
  parser.on("closeTag", (name) => handlers.close?.(local(name)));
  parser.on("text", (value, decode) => handlers.text?.(decode(value)));
  parser.on("cdata", (value) => handlers.text?.(value));
  const returned = parser.parse(xml);
  failure ??= returned ?? null;
  if (failure !== null) throw failure;
}

/**
 * Reads the children of one container element piece by piece: `<container>` child child … `</container>`.
 * Each piece that goes to `parseXml` holds whole children only, so a sheet of any length needs little memory.
 */
export async function* childrenOf(
  pieces: AsyncIterable<string>,
  container: string,
  child: string,
): AsyncGenerator<string> {
  const opening = new RegExp(`<([A-Za-z_][\\w.-]*:)?${container}(\\s[^>]*)?>`);
  let text = "";
  let closing: { child: string; container: string } | null = null;
  for await (const piece of pieces) {
    text += piece;
    if (closing === null) {
      const match = opening.exec(text);
      if (match === null) continue;
      if (match[0].endsWith("/>")) return;
      const prefix = match[1] ?? "";
      closing = { child: `</${prefix}${child}>`, container: `</${prefix}${container}>` };
      text = text.slice(match.index + match[0].length);
    }
    const end = text.indexOf(closing.container);
    if (end >= 0) {
      yield `<piece>${text.slice(0, end)}</piece>`;
      return;
    }
    const cut = text.lastIndexOf(closing.child);
    if (cut < 0) continue;
    yield `<piece>${text.slice(0, cut + closing.child.length)}</piece>`;
    text = text.slice(cut + closing.child.length);
  }
  if (closing !== null) throw new Error(`<${container}> does not end`);
}

function local(name: string): string {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
}
