import { Week } from "@/components/figures/week";
import type { HoursAnswer } from "@/lib/resources/owner-hours";
import { HELPER, hoursBack, hoursHeading, hoursShelves } from "@/lib/resources/words/hours-words";

/** The week sorted: what to hand over first, what to stop, what to keep, and the hours that gives back. */
export function HoursResult({ answer }: { answer: HoursAnswer }) {
  const { helper, hours, total } = answer;
  return (
    <>
      <div className="result-figure">
        <Week hours={hours} total={total} />
      </div>
      <div className="result-words">
        <h2>{hoursHeading(answer)}</h2>
        {helper ? <p className="notice">{HELPER}</p> : null}
        <p>{hoursBack(answer)}</p>
        {hoursShelves(answer).map(({ title, note, work }) => (
          <table key={title} className="ledger">
            <caption>
              <b>{title}.</b> {note}
            </caption>
            <tbody>
              {work.map(({ title, hours }) => (
                <tr key={title}>
                  <th scope="row">{title}</th>
                  <td>{hours} h</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
}
