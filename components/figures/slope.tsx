import type { CaseStudy } from "@/lib/content/content";
import { layOutSlope, type SlopeEnd } from "./slope-layout";
import { Turn } from "./turn";

const TOP = 34;
const HEIGHT = 226;
const LEFT = 84;
const RIGHT = 216;
const ROOM = 19 / HEIGHT;

/** Before and after of a case: drawn as a slope graph, and said again line by line below it. */
export function Slope({ figure }: { figure: CaseStudy["figure"] }) {
  const pairs = figure.rows ?? [{ label: figure.unit, before: figure.before, after: figure.after }];
  const { lines, before, after } = layOutSlope(pairs, ROOM);
  return (
    <figure className="slope">
      <figcaption>
        <Turn before={figure.before} after={figure.after} unit={figure.unit} />
        <p className="note">{figure.caption}</p>
      </figcaption>
      <svg className="slope-drawing" viewBox={`0 0 300 ${TOP + HEIGHT + 14}`} aria-hidden="true">
        <text x={LEFT} y="16" textAnchor="end" className="slope-head">
          Before
        </text>
        <text x={RIGHT} y="16" className="slope-head">
          After
        </text>
        <path className="slope-axis" d={`M${LEFT} ${TOP}v${HEIGHT}M${RIGHT} ${TOP}v${HEIGHT}`} />
        {lines.map(({ label, from, to, chief }) => (
          <path
            key={label}
            className={chief ? "slope-line slope-chief" : "slope-line"}
            d={`M${LEFT} ${y(from)}L${RIGHT} ${y(to)}`}
          />
        ))}
        <Ends ends={before} x={LEFT - 12} anchor="end" />
        <Ends ends={after} x={RIGHT + 12} anchor="start" />
      </svg>
      {figure.rows ? (
        <ul className="slope-key">
          {lines.map(({ label, letter, before, after }) => (
            <li key={label}>
              <b aria-hidden="true">{letter}</b> {label}: {before} to {after}
            </li>
          ))}
        </ul>
      ) : null}
    </figure>
  );
}

function y(at: number): number {
  return Math.round(TOP + at * HEIGHT);
}

function Ends({ ends, x, anchor }: { ends: readonly SlopeEnd[]; x: number; anchor: "start" | "end" }) {
  return ends.map(({ value, letters, at }) => (
    <text key={value} x={x} y={y(at) + 5} textAnchor={anchor}>
      {anchor === "end" ? <tspan className="slope-letters">{letters} </tspan> : null}
      {value}
      {anchor === "start" ? <tspan className="slope-letters"> {letters}</tspan> : null}
    </text>
  ));
}
