import { SourceBars } from "@/components/figures/source-bars";
import type { ReferralAnswer } from "@/lib/resources/referral-map";
import {
  bestSource,
  clientsOf,
  LEANING,
  referralShelves,
  spentOn,
} from "@/lib/resources/words/referral-words";

/** The sources of last year's clients by what to do about each. */
export function ReferralResult({ answer }: { answer: ReferralAnswer }) {
  const { leansOn, sources, total } = answer;
  return (
    <>
      <div className="result-figure">
        <SourceBars sources={sources} />
      </div>
      <div className="result-words">
        <h2 dir="auto">Write first to: {bestSource(answer)?.name}</h2>
        {leansOn ? (
          <p className="notice">
            More than half of your {total} new clients came from <bdi>{leansOn.name}</bdi>. {LEANING}
          </p>
        ) : null}
        {referralShelves(answer).map(({ advice, title, note, inside }) => (
          <table key={advice} className="ledger">
            <caption>
              <b>{title}.</b> {note}
            </caption>
            <tbody>
              {inside.map((source) => (
                <tr key={source.line}>
                  <th scope="row">
                    <bdi>{source.name}</bdi> <span className="note">{spentOn(source)}</span>
                  </th>
                  <td>{clientsOf(source)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </>
  );
}
