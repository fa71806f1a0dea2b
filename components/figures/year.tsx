type YearProps = { from: string; days: readonly string[] };

const HEIGHT = 380;
const DAY_MS = 86_400_000;
const SHOWN_DAYS = 372;

/** A year as a line down the page, a ring on it for each day on which to be in touch. */
export function Year({ from, days }: YearProps) {
  const y = (day: string) =>
    Math.round(((Date.parse(day) - Date.parse(from)) / DAY_MS / SHOWN_DAYS) * HEIGHT);
  return (
    <svg className="year" viewBox={`0 -12 200 ${HEIGHT + 24}`} aria-hidden="true">
      <path className="ground" d={`M24 0V${HEIGHT}`} />
      <circle className="start" cx="24" cy="0" r="9" />
      {days.map((day, i) => (
        <g key={day}>
          <circle className={i < 2 ? "chief" : "spot"} cx="24" cy={y(day)} r="6" />
          {i > 0 ? (
            <text x="44" y={y(day) + 5}>
              {MONTH.format(new Date(day))}
            </text>
          ) : null}
        </g>
      ))}
    </svg>
  );
}

const MONTH = new Intl.DateTimeFormat("en-US", { month: "short", day: "numeric", timeZone: "UTC" });
