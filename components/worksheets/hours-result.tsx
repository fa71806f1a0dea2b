import { Week } from "@/components/figures/week";
import type { HoursAnswer, KindOfWork } from "@/lib/resources/owner-hours";

/** The week sorted: what to hand over first, what to stop, what to keep, and the hours that gives back. */
export function HoursResult({ answer }: { answer: HoursAnswer }) {
  const { backAWeek, backAYear, handOver, helper, hours, keep, stop, total } = answer;
  const [first] = handOver;
  return (
    <>
      <div className="result-figure">
        <Week hours={hours} total={total} />
      </div>
      <div className="result-words">
        <h2>{first ? `Hand over first: ${lowered(first.title)}` : "There is nothing here to hand over"}</h2>
        {helper ? (
          <p className="notice">
            Your real job is less than a quarter of your week. You are the best-paid helper in the building.
          </p>
        ) : null}
        <p>
          Up to {backAWeek} of {total} hours a week could come back, or {backAYear.toLocaleString("en-US")} a
          year. Don’t plan to use all of them. Half is a good result, and it takes about a quarter of a year,
          since someone has to be taught.
        </p>
        <Shelf
          title="Hand over"
          note="Most hours first. Give the first line away properly."
          work={handOver}
        />
        <Shelf title="Stop" note="Try a month without, and see who asks." work={stop} />
        <Shelf title="Keep" note="Your real job." work={keep} />
      </div>
    </>
  );
}

function Shelf({ title, note, work }: { title: string; note: string; work: readonly KindOfWork[] }) {
  if (work.length === 0) return null;
  return (
    <table className="ledger">
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
  );
}

function lowered(title: string): string {
  return title.charAt(0).toLowerCase() + title.slice(1);
}
