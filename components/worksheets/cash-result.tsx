import { Runway } from "@/components/figures/runway";
import type { CashAnswer } from "@/lib/resources/cash-runway";
import { AT_LENGTH, cashHeading, cashLines, lossInWords, PLAN_BY } from "@/lib/resources/words/cash-words";

/** How many weeks the money lasts, and what to do at that length. */
export function CashResult({ answer }: { answer: CashAnswer }) {
  const { bareWeeks, length, slowWeeks } = answer;
  const loss = lossInWords(answer);
  return (
    <>
      <div className="result-figure">
        <Runway slowWeeks={slowWeeks} bareWeeks={bareWeeks} />
        <p className="note">
          Your cash over half a year of weeks: at a slow month’s pace, and dashed if nothing came in.
        </p>
      </div>
      <div className="result-words">
        <h2>{cashHeading(answer)}</h2>
        <p>{AT_LENGTH[length]}</p>
        {loss ? <p className="notice">{loss}</p> : null}
        <table className="ledger">
          <caption className="sr">How long the money lasts</caption>
          <tbody>
            {cashLines(answer).map(({ label, value }, i) => (
              <tr key={label} className={i === 0 ? "chief" : undefined}>
                <th scope="row">{label}</th>
                <td>{value}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{PLAN_BY}</p>
      </div>
    </>
  );
}
