import { LIMITS } from "@/lib/resources/cash-runway";

type RunwayProps = { slowWeeks: number | undefined; bareWeeks: number };

const SHOWN = 26;
const WIDTH = 320;
const TOP = 22;
const BOTTOM = 182;

/** Half a year of weeks, and the money running down over them: at a slow month's pace and at none. */
export function Runway({ slowWeeks, bareWeeks }: RunwayProps) {
  return (
    <svg className="runway" viewBox="0 0 330 208" aria-hidden="true">
      {Object.values(LIMITS).map((week) => (
        <g key={week}>
          <path className="web" d={`M${x(week)} ${TOP}V${BOTTOM}`} />
          <text x={x(week)} y={BOTTOM + 18} textAnchor="middle">
            {week}
          </text>
        </g>
      ))}
      <path className="ground" d={`M0 ${BOTTOM}H${WIDTH}`} />
      <path className="bare" d={`M0 ${TOP}L${end(bareWeeks)}`} />
      <path className="chief" d={`M0 ${TOP}L${end(slowWeeks ?? Number.POSITIVE_INFINITY)}`} />
      <text x={WIDTH} y={BOTTOM + 18} textAnchor="end">
        weeks
      </text>
    </svg>
  );
}

function x(week: number): number {
  return Math.round((week / SHOWN) * WIDTH);
}

/** Where the money is at its end, or at the edge of the drawing if it lasts longer than that. */
function end(weeks: number): string {
  if (weeks <= SHOWN) return `${x(weeks)} ${BOTTOM}`;
  const left = 1 - SHOWN / weeks;
  return `${WIDTH} ${Math.round(BOTTOM - left * (BOTTOM - TOP))}`;
}
