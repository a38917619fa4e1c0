import type {
  TemplateAnswers,
  TemplateField,
  TemplateQuestion,
} from "../../../shared/contract/templates.ts";
import type { MessageCode } from "../../../shared/messages/zh-CN.ts";

type Wrong = TemplateQuestion["wrong"];

const wrong = (code: MessageCode, params: Record<string, string | number>): Wrong => ({
  code,
  params,
});

/** Why an answer will not do; null when it will. */
export function judge(field: TemplateField, value: string): Wrong {
  const { label: name, kind, min, max } = field;
  const said = value.trim();
  if (said === "") return field.required ? wrong("template_answer_missing", { name }) : null;
  if (kind === "choice")
    return field.options?.includes(said) ? null : wrong("template_answer_choice", { name });
  if (kind === "input") return null;
  const number = Number(said);
  if (!/^-?\d+(\.\d+)?$/.test(said)) return wrong("template_answer_number", { name });
  const tooSmall = min !== undefined && number < min;
  const tooLarge = max !== undefined && number > max;
  if (!tooSmall && !tooLarge) return null;
  if (min !== undefined && max !== undefined)
    return wrong("template_answer_range", { name, min, max });
  return tooSmall
    ? wrong("template_answer_least", { name, min: min! })
    : wrong("template_answer_most", { name, max: max! });
}

/**
 * The questions with the best answer so far: given now, remembered from earlier today, or the field's default.
 * @param given null: nobody was asked yet, so nothing is wrong yet
 */
export function questionsOf(
  fields: readonly TemplateField[],
  given: TemplateAnswers | null,
  remembered: TemplateAnswers,
): TemplateQuestion[] {
  return fields.map((field) => {
    const own = (answers: TemplateAnswers): string | undefined =>
      Object.hasOwn(answers, field.name) ? answers[field.name] : undefined;
    const before = own(remembered);
    const kept = before !== undefined && judge(field, before) === null ? before : undefined;
    const value = own(given ?? {}) ?? kept ?? field.default ?? "";
    return { ...field, value, wrong: given === null ? null : judge(field, value) };
  });
}
