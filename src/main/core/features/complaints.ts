import { type ComplaintName, complaintProcedures } from "../../../shared/contract/complaints.ts";
import type { HandlersFor } from "../../../shared/contract/index.ts";
import { AppError } from "../../../shared/errors.ts";

/** The contract is set, its answers come next. */
export function complaintsFeature(): { handlers: HandlersFor<ComplaintName> } {
  const unanswered = Object.keys(complaintProcedures).map((name) => [
    name,
    () => {
      throw new AppError("unknown_call", { name });
    },
  ]);
  return { handlers: Object.fromEntries(unanswered) as HandlersFor<ComplaintName> };
}
