import { Hexagon } from "@/components/figures/hexagon";
import type { AllianceAnswer, AlliancePoint } from "@/lib/resources/alliance-check";

const VERDICTS = {
  sound: "Every rung would hold. Put a date on the next look, six months out.",
  paper: "The people are sound and the paper is not. That can be mended in an afternoon, with one sheet.",
  talk: "Begin with a talk, since no paper mends this one. If talking does nothing, keep the thing small or leave it.",
} as const;

/** What the six marks say about an alliance, the lowest first. */
export function AllianceResult({ answer }: { answer: AllianceAnswer }) {
  const { lowest, partner, points, total, verdict } = answer;
  return (
    <>
      <div className="result-figure">
        <Hexagon points={points} />
      </div>
      <div className="result-words">
        {partner ? (
          <p className="caps" dir="auto">
            With {partner}
          </p>
        ) : null}
        <h2>{verdict === "sound" ? "It would hold" : `Look at ${inWords(lowest)} first`}</h2>
        <p>{VERDICTS[verdict]}</p>
        <table className="ledger">
          <caption className="sr">The six points and their marks</caption>
          <tbody>
            {points.map((point) => (
              <tr
                key={point.name}
                className={lowest.includes(point) && verdict !== "sound" ? "chief" : undefined}
              >
                <th scope="row">
                  {point.title} <span className="note">{point.ask}</span>
                </th>
                <td>{point.mark}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">Together, of thirty</th>
              <td>{total}</td>
            </tr>
          </tfoot>
        </table>
        <p>
          Now ask your partner to fill in a sheet without seeing yours. Where the two differ by two or more,
          you have the subject of your next conversation.
        </p>
      </div>
    </>
  );
}

function inWords(points: readonly AlliancePoint[]): string {
  const names = points.map(({ title }) => title.toLowerCase());
  if (names.length > 3) return "nearly everything";
  return new Intl.ListFormat("en-US").format(names);
}
