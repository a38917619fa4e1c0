import type { Understood } from "../../../shared/contract/customers.ts";
import { CUSTOMER_LIMITS } from "../../../shared/contract/customers.ts";
import { AppError } from "../../../shared/errors.ts";
import { call } from "../../api/client.ts";

/**
 * What the clipboard says of a customer. Where the program has no desktop the page reads the clipboard itself.
 * @throws AppError clipboard_no_text, or why it cannot be read
 */
export async function readCustomer(): Promise<Understood> {
  const { canPaste } = await call("system.status", {});
  if (canPaste) return call("customers.fromClipboard", {});
  const text = await navigator.clipboard.readText().catch(() => "");
  if (text.trim() === "") throw new AppError("clipboard_no_text");
  return call("customers.fromText", { text: text.slice(0, CUSTOMER_LIMITS.text) });
}
