import { SourceBars } from "@/components/figures/source-bars";
import type { Advice, ReferralAnswer } from "@/lib/resources/referral-map";

const SHELVES: readonly { advice: Advice; title: string; note: string }[] = [
  { advice: "tend", title: "Tend", note: "They bring much. Often nobody has thanked them since spring." },
  {
    advice: "again",
    title: "Try again",
    note: "One or two without any effort of yours: the next client is here.",
  },
  { advice: "weigh", title: "Weigh", note: "A little, for hours or dollars. Would you pay that again?" },
  {
    advice: "stop",
    title: "Stop feeding",
    note: "It took and brought nobody. One more quarter at most, with a date.",
  },
];

/** The sources of last year's clients by what to do about each. */
export function ReferralResult({ answer: { leansOn, sources, total } }: { answer: ReferralAnswer }) {
  const best = sources.find(({ advice }) => advice === "tend") ?? sources[0];
  return (
    <>
      <div className="result-figure">
        <SourceBars sources={sources} />
      </div>
      <div className="result-words">
        <h2 dir="auto">Write first to: {best?.name}</h2>
        {leansOn ? (
          <p className="notice">
            More than half of your {total} new clients came from <bdi>{leansOn.name}</bdi>. It’s a fine
            source. It may also retire to Florida.
          </p>
        ) : null}
        {SHELVES.map(({ advice, title, note }) => {
          const inside = sources.filter((source) => source.advice === advice);
          if (inside.length === 0) return null;
          return (
            <table key={advice} className="ledger">
              <caption>
                <b>{title}.</b> {note}
              </caption>
              <tbody>
                {inside.map((source, i) => (
                  <tr key={`${source.name} ${String(i)}`}>
                    <th scope="row">
                      <bdi>{source.name}</bdi> <span className="note">{spent(source)}</span>
                    </th>
                    <td>{source.clients === 1 ? "1 client" : `${source.clients} clients`}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          );
        })}
      </div>
    </>
  );
}

function spent({ hours, dollars }: { hours: number; dollars: number }): string {
  const parts = [hours > 0 && `${hours} hours`, dollars > 0 && `$${dollars.toLocaleString("en-US")}`].filter(
    Boolean,
  );
  return parts.length > 0 ? `for ${parts.join(" and ")}` : "";
}
