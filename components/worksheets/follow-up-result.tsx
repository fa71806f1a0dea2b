import { Year } from "@/components/figures/year";
import { weekdayInWords } from "@/lib/dates";
import type { FollowUpAnswer } from "@/lib/resources/follow-up-planner";
import { WHEN_TO_STOP } from "@/lib/resources/words/follow-up-words";

/** A year of contacts with their days and reasons, ready to be copied into a calendar. */
export function FollowUpResult({ answer }: { answer: FollowUpAnswer }) {
  const { contacts, met, promise, who } = answer;
  return (
    <>
      <div className="result-figure">
        <Year from={met} days={contacts.map(({ day }) => day)} />
      </div>
      <div className="result-words">
        <h2 dir="auto">A year with {who}</h2>
        <p>
          You met on {weekdayInWords(met)} and promised: <bdi>“{promise}.”</bdi>
        </p>
        <table className="ledger">
          <caption className="sr">When to be in touch, how, and why</caption>
          <tbody>
            {contacts.map(({ day, means, reason }) => (
              <tr key={day}>
                <th scope="row">
                  <time dateTime={day}>{weekdayInWords(day)}</time>
                </th>
                <td className="words">
                  <b>{means}.</b> {reason}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>{WHEN_TO_STOP}</p>
      </div>
    </>
  );
}
