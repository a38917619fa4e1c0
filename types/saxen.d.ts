/** The part of saxen (an XML parser without types of its own) that the workbook reader uses. */
declare module "saxen" {
  type Decode = (text: string) => string;

  export class Parser {
    constructor(options?: { proxy?: boolean });
    on(
      event: "openTag",
      handler: (
        name: string,
        attributes: () => Record<string, string>,
        decode: Decode,
        selfClosing: boolean,
      ) => void,
    ): this;
    on(event: "closeTag", handler: (name: string) => void): this;
    on(event: "text", handler: (value: string, decode: Decode) => void): this;
    on(event: "cdata", handler: (value: string) => void): this;
    on(event: "error" | "warn", handler: (error: Error) => void): this;
    parse(xml: string): Error | null | undefined;
  }
}
