import type { Need } from "@/lib/resources/owner-hours";

type WeekProps = { hours: Record<Need, number>; total: number };

const HEIGHT = 300;
const PARTS = [
  { need: "me", name: "Keep" },
  { need: "teach", name: "Hand over" },
  { need: "none", name: "Stop" },
] as const;

/** The week as one column, parted by whom the hours need. */
export function Week({ hours, total }: WeekProps) {
  let top = 0;
  const parts = PARTS.map(({ need, name }) => {
    const height = Math.round((hours[need] / total) * HEIGHT);
    const part = { need, name, top, height };
    top += height;
    return part;
  });
  return (
    <svg className="week" viewBox={`0 0 260 ${HEIGHT + 4}`} aria-hidden="true">
      {parts
        .filter(({ height }) => height > 0)
        .map(({ need, name, top, height }) => (
          <g key={need}>
            <rect className={`part-${need}`} x="2" y={top + 2} width="110" height={height} />
            <text x="126" y={top + height / 2 + 7}>
              {name}, {hours[need]} h
            </text>
          </g>
        ))}
    </svg>
  );
}
