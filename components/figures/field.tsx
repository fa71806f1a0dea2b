import type { WeighedGoal } from "@/lib/resources/focus-worksheet";

const STEP = 56;
const SIDE = STEP * 5;
const LINES = [1, 2, 3, 4, 5] as const;

/** Goals on a field of worth against effort, numbered by their place in the order. */
export function Field({ goals }: { goals: readonly WeighedGoal[] }) {
  const spots = Map.groupBy(
    goals.map((goal, i) => ({ ...goal, place: i + 1 })),
    ({ effort, worth }) => `${effort} ${worth}`,
  );
  return (
    <svg className="plot" viewBox={`-34 0 ${SIDE + 34} ${SIDE + 30}`} aria-hidden="true">
      {LINES.map((line) => (
        <path key={line} className="web" d={`M0 ${y(line)}H${SIDE}M${x(line)} 0V${SIDE}`} />
      ))}
      <path className="ground" d={`M0 0V${SIDE}H${SIDE}`} />
      <text x={SIDE} y={SIDE + 22} textAnchor="end">
        effort
      </text>
      <text x="-10" y="14" textAnchor="end" transform="rotate(-90 -10 14)">
        worth
      </text>
      {[...spots].map(([spot, inside]) => {
        const first = inside[0];
        if (!first) return null;
        const chief = inside.some(({ place }) => place === 1);
        return (
          <g key={spot} className={chief ? "spot chief" : "spot"}>
            <circle cx={x(first.effort)} cy={y(first.worth)} r="19" />
            <text x={x(first.effort)} y={y(first.worth) + 6} textAnchor="middle">
              {inside.map(({ place }) => place).join(" ")}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

function x(effort: number): number {
  return effort * STEP - STEP / 2;
}

function y(worth: number): number {
  return SIDE - worth * STEP + STEP / 2;
}
