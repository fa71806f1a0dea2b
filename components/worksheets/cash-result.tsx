import { Runway } from "@/components/figures/runway";
import type { CashAnswer } from "@/lib/resources/cash-runway";

const WORDS = {
  today:
    "This is today’s work. Call the people who owe you, call the people you owe before they call you, and put off whatever can be put off. See your accountant this week.",
  thin: "Thin. Start the second account, and move one large bill out of your slow month.",
  sound: "Sound, for most small businesses. Keep it there.",
  room: "You can afford to think about the next thing. Some of that money may be better used than kept, but ask somebody before you decide.",
} as const;

/** How many weeks the money lasts, and what to do at that length. */
export function CashResult({ answer }: { answer: CashAnswer }) {
  const { bareWeeks, length, leftOver, losing, slowWeeks } = answer;
  return (
    <>
      <div className="result-figure">
        <Runway slowWeeks={slowWeeks} bareWeeks={bareWeeks} />
        <p className="note">
          Your cash over half a year of weeks: at a slow month’s pace, and dashed if nothing came in.
        </p>
      </div>
      <div className="result-words">
        <h2>
          {slowWeeks === undefined
            ? "Even a slow month pays for itself"
            : `${weeks(slowWeeks)}, if it stays slow`}
        </h2>
        <p>{WORDS[length]}</p>
        {losing ? (
          <p className="notice">
            An ordinary month takes {dollars(-leftOver)} more than it brings. A longer runway won’t mend that.
            Look at prices before you look at costs.
          </p>
        ) : null}
        <table className="ledger">
          <caption className="sr">How long the money lasts</caption>
          <tbody>
            <tr className="chief">
              <th scope="row">If every month were your slow one</th>
              <td>{slowWeeks === undefined ? "no end" : weeks(slowWeeks)}</td>
            </tr>
            <tr>
              <th scope="row">If nothing came in at all</th>
              <td>{weeks(bareWeeks)}</td>
            </tr>
            <tr>
              <th scope="row">Left over from an ordinary month</th>
              <td>{dollars(leftOver)}</td>
            </tr>
          </tbody>
        </table>
        <p>The first line is the one to plan by. The second is unlikely, and worth knowing.</p>
      </div>
    </>
  );
}

const DOLLARS = new Intl.NumberFormat("en-US", {
  style: "currency",
  currency: "USD",
  maximumFractionDigits: 0,
});

function dollars(amount: number): string {
  return DOLLARS.format(amount).replace("-", "−");
}

function weeks(count: number): string {
  if (count >= 100) return "over 100 weeks";
  const rounded = Math.floor(count);
  return rounded === 1 ? "1 week" : `${rounded} weeks`;
}
