import { Field } from "@/components/figures/field";
import type { FocusAnswer, WeighedGoal } from "@/lib/resources/focus-worksheet";

/** The goals in order, and what to do about the first, the large ones and the last. */
export function FocusResult({ answer: { goals } }: { answer: FocusAnswer }) {
  return (
    <>
      <div className="result-figure">
        <Field goals={goals} />
        <p className="note">Worth upward, effort across. The best ones are at the top on the left.</p>
      </div>
      <div className="result-words">
        <h2 dir="auto">Begin with: {goals[0]?.goal}</h2>
        <table className="ledger">
          <caption>Worth counts twice, fit once, and effort is taken off.</caption>
          <thead>
            <tr>
              <th scope="col">Goal</th>
              <th scope="col">Worth</th>
              <th scope="col">Effort</th>
              <th scope="col">Fit</th>
              <th scope="col">Score</th>
            </tr>
          </thead>
          <tbody>
            {goals.map((goal, i) => (
              <tr key={`${goal.goal} ${String(i)}`} className={i === 0 ? "chief" : undefined}>
                <th scope="row">
                  <bdi>{goal.goal}</bdi> <span className="note">{adviceOn(goal, i, goals.length)}</span>
                </th>
                <td>{goal.worth}</td>
                <td>{goal.effort}</td>
                <td>{goal.fit}</td>
                <td>{goal.score}</td>
              </tr>
            ))}
          </tbody>
        </table>
        <p>Print the sheet and hang it where you drink your coffee.</p>
      </div>
    </>
  );
}

function adviceOn({ tied, tooLarge }: WeighedGoal, i: number, of: number): string {
  if (tooLarge) return "Too large as it stands. Cut off a first piece you could finish in a month.";
  if (i === 0) return "Begin this week.";
  if (i === of - 1 && of > 2)
    return "A candidate for the envelope, until June. If that makes you angry, you marked its worth too low.";
  if (tied) return "As good as tied with the one above. Do the one that makes the other easier.";
  return "Next, when the one above is done.";
}
