type HexagonProps = { points: readonly { name: string; title: string; mark: number }[] };

const RADIUS = 100;
const RINGS = [1, 2, 3, 4, 5] as const;

/** Marks from one to five on the corners of a hexagon: the further out, the better it holds. */
export function Hexagon({ points }: HexagonProps) {
  const shape = points.map(({ mark }, i) => corner(i, points.length, mark / 5));
  return (
    <svg className="hexagon" viewBox="-170 -140 340 280" aria-hidden="true">
      {RINGS.map((ring) => (
        <polygon
          key={ring}
          className="web"
          points={points.map((_, i) => corner(i, points.length, ring / 5)).join(" ")}
        />
      ))}
      <polygon className="shape" points={shape.join(" ")} />
      {points.map(({ name, mark, title }, i) => (
        <Corner key={name} title={title} mark={mark} i={i} of={points.length} />
      ))}
    </svg>
  );
}

function Corner({ title, mark, i, of }: { title: string; mark: number; i: number; of: number }) {
  const [x, y] = place(i, of, 1.16);
  const [dotX, dotY] = place(i, of, mark / 5);
  const words = title.split(" ");
  const half = Math.ceil(words.length / 2);
  const anchor = Math.abs(x) < 5 ? "middle" : x > 0 ? "start" : "end";
  return (
    <>
      <circle className={mark < 4 ? "dot chief" : "dot"} cx={dotX} cy={dotY} r="4" />
      <text x={x} y={y} textAnchor={anchor}>
        <tspan x={x} dy={y < 0 ? "-0.5em" : "0.2em"}>
          {words.slice(0, half).join(" ")}
        </tspan>
        <tspan x={x} dy="1.15em">
          {words.slice(half).join(" ")}
        </tspan>
      </text>
    </>
  );
}

function corner(i: number, of: number, out: number): string {
  return place(i, of, out).join(",");
}

function place(i: number, of: number, out: number): [number, number] {
  const angle = (i / of) * 2 * Math.PI - Math.PI / 2;
  return [Math.round(Math.cos(angle) * out * RADIUS), Math.round(Math.sin(angle) * out * RADIUS)];
}
