import { Field } from "@/components/figures/field";
import type { FocusAnswer } from "@/lib/resources/focus-worksheet";
import { adviceOn, HOW_SCORED } from "@/lib/resources/words/focus-words";

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
          <caption>{HOW_SCORED}</caption>
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
              <tr key={goal.line} className={i === 0 ? "chief" : undefined}>
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
