import type { Locale } from "../../shared/contract/settings.ts";
import { stepLabel } from "../../shared/rules/price/explain.ts";
import { mulDivHalfUp, toYuan } from "../../shared/rules/price/money.ts";
import type { PriceResult } from "../../shared/rules/price/types.ts";
import { priceWords } from "../../shared/rules/price/words.ts";
import { useSentences } from "../ui/review/useSentences.ts";
import type { Priced } from "./usePrice.ts";
import type { Say } from "../ui/quick/words.ts";

interface PriceViewProps {
  readonly priced: Priced;
  readonly locale: Locale;
  readonly say: Say;
}

/** The final price, large; each step of it; and beside it the words for the buyer. */
export function PriceView({ priced, locale, say }: PriceViewProps) {
  const { result, words, problem } = priced;
  return (
    <div className="middle price">
      <div className="found">
        <LineNote priced={priced} locale={locale} say={say} />
        {result && (
          <div className={problem ? "bill stale" : "bill"}>
            <Total result={result} locale={locale} say={say} />
            <Receipt result={result} locale={locale} say={say} />
          </div>
        )}
      </div>
      {result && (
        <aside className={problem ? "preview stale" : "preview"}>
          <p className="preview-head">{say("priceWords")}</p>
          <p className="preview-body" role="status">
            {words}
          </p>
          <p className="preview-foot">
            <kbd>↑↓</kbd> {say("otherWords")}
          </p>
        </aside>
      )}
    </div>
  );
}

const NONE: readonly never[] = [];

/** What cannot be read, at its place; else how a line is written. Of one height, so that nothing below it moves. */
function LineNote({ priced: { line, problem, writing }, locale, say }: PriceViewProps) {
  const [sentence] = useSentences(problem ? [problem] : NONE, locale);
  if (!problem) return <p className="line-note">{say("priceHint")}</p>;
  const { at, length } = problem;
  return (
    <p className={writing ? "line-note" : "line-note wrong"} role={writing ? "status" : "alert"}>
      <span className="line-echo">
        {line.slice(0, at)}
        <u>{line.slice(at, at + length) || " "}</u>
        {line.slice(at + length)}
      </span>
      <span>{sentence}</span>
    </p>
  );
}

interface ResultProps {
  readonly result: PriceResult;
  readonly locale: Locale;
  readonly say: Say;
}

function Total({ result, locale, say }: ResultProps) {
  const { total, pieces, goods, saved, cautions } = result;
  const { money } = priceWords[locale];
  const facts = [
    pieces > 1 ? say("pieces", { count: pieces }) : "",
    pieces > 1 ? say("each", { amount: money(mulDivHalfUp(goods, 1, pieces)) }) : "",
    saved > 0 ? say("saved", { amount: money(saved) }) : "",
  ].filter((fact) => fact !== "");
  return (
    <>
      <p className="total">
        {say("total")} <strong>¥{toYuan(total)}</strong>
        <span>{facts.join(" · ")}</span>
      </p>
      {cautions.map(({ kind, total: other }) => (
        <p key={kind} className="caution">
          ⚠ {say(kind, { amount: money(other) })}
        </p>
      ))}
    </>
  );
}

function Receipt({ result, locale, say }: ResultProps) {
  const steps = result.steps.filter((step) => step.state === "applied");
  return (
    <table className="receipt">
      <tbody>
        <tr>
          <td>{say("listPrice")}</td>
          <td />
          <td>{toYuan(result.list)}</td>
        </tr>
        {steps.map((step) => (
          <tr key={step.discount.id}>
            <td>{stepLabel(step, result, locale)}</td>
            <td>−{toYuan(step.off)}</td>
            <td>{toYuan(step.after)}</td>
          </tr>
        ))}
        {result.postage > 0 && (
          <tr>
            <td>{say("postage")}</td>
            <td>+{toYuan(result.postage)}</td>
            <td>{toYuan(result.total)}</td>
          </tr>
        )}
        {result.deposit && (
          <tr>
            <td>
              {say("depositAndRest", {
                deposit: toYuan(result.deposit.paid),
                rest: toYuan(result.deposit.rest),
              })}
            </td>
            <td />
            <td />
          </tr>
        )}
        {result.gifts.map(({ gift, missing }) => (
          <tr key={`${gift.name}-${gift.from}`}>
            <td>
              {priceWords[locale].gift(gift.name, gift.quantity)}
              {missing > 0 && ` · ${say("missing", { amount: priceWords[locale].money(missing) })}`}
            </td>
            <td />
            <td />
          </tr>
        ))}
      </tbody>
    </table>
  );
}
