import type { z } from "zod";

/** One call the renderer may make: what goes in, what comes out. Both ends parse with these schemas. */
export interface Procedure<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I;
  readonly output: O;
}

/** Declares one call of the contract. */
export function procedure<I extends z.ZodType, O extends z.ZodType>(schemas: {
  input: I;
  output: O;
}): Procedure<I, O> {
  return schemas;
}

/** One thing the core announces; listeners get the parsed payload. */
export interface EventSchema<P extends z.ZodType = z.ZodType> {
  readonly payload: P;
}

/** Declares one event of the contract. */
export function event<P extends z.ZodType>(payload: P): EventSchema<P> {
  return { payload };
}
