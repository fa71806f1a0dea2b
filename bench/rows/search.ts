import { startProgram } from "../child";
import { median } from "../in-turn";
import { atMost, type Line } from "../line";

const QUERIES = 10;
const ISSUES = 5000;

/** Searching an archive far larger than this one will ever be, by queries of every kind. */
export async function rows(): Promise<Line[]> {
  const child = startProgram(["--import", "tsx", "bench/search.ts", String(ISSUES)]);
  const times: number[] = [];
  try {
    await child.ended;
    for (const line of child.lines()) {
      const time = /^\s*([\d.]+) ms median/.exec(line)?.[1];
      if (time) times.push(Number(time));
    }
  } finally {
    await child.stop();
  }
  if (times.length !== QUERIES) throw new Error(`expected ${QUERIES} queries, got ${times.length}`);
  return [
    atMost(`a search among ${ISSUES} issues, median of ${QUERIES} queries`, median(times), 20, "ms", 1),
    atMost("the slowest of them, its median", Math.max(...times), 20, "ms", 1),
  ];
}
