import { Hexagon } from "@/components/figures/hexagon";
import type { AllianceAnswer } from "@/lib/resources/alliance-check";
import { ASK_YOUR_PARTNER, allianceHeading, VERDICTS } from "@/lib/resources/words/alliance-words";

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
        <h2>{allianceHeading(answer)}</h2>
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
        <p>{ASK_YOUR_PARTNER}</p>
      </div>
    </>
  );
}
