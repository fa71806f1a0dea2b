import type { Source } from "@/lib/resources/referral-map";

const ROW = 44;
const WIDTH = 300;
const LONGEST_NAME = 34;

/** Sources as bars, longest first; those to tend stand out. */
export function SourceBars({ sources }: { sources: readonly Source[] }) {
  const most = Math.max(...sources.map(({ clients }) => clients), 1);
  return (
    <svg className="bars" viewBox={`0 0 ${WIDTH} ${ROW * sources.length}`} aria-hidden="true">
      {sources.map(({ advice, clients, name }, i) => (
        <g key={`${name} ${String(i)}`} className={advice === "tend" ? "chief" : undefined}>
          <text x="0" y={ROW * i + 14}>
            {name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name}
          </text>
          <rect
            x="0"
            y={ROW * i + 21}
            width={Math.max(2, Math.round((clients / most) * WIDTH))}
            height="10"
          />
        </g>
      ))}
    </svg>
  );
}
