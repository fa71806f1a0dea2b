import type { Line } from "./line";
import { tableOf } from "./line";

// Measures what is promised, each beside something to compare it with, in one run: npm run bench [-- name…]
const ROWS: Record<string, () => Promise<{ rows: () => Promise<Line[]> }>> = {
  "sign-ups": () => import("./rows/sign-ups"),
  pages: () => import("./rows/pages"),
  "first-visit": () => import("./rows/first-visit"),
  lighthouse: () => import("./rows/lighthouse"),
  "slow-line": () => import("./rows/slow-line"),
  search: () => import("./rows/search"),
  import: () => import("./rows/import"),
  copies: () => import("./rows/copies"),
  sending: () => import("./rows/sending"),
  claim: () => import("./rows/claim"),
  workers: () => import("./rows/workers"),
  memory: () => import("./rows/memory"),
  build: () => import("./rows/build"),
  returns: () => import("./rows/returns"),
};

// Every server and folder of a row is seen to at the end of this process, should the row itself not get there.
process.setMaxListeners(100);

const asked = process.argv.slice(2);
// Not a figure but a proof, and a long one: npm run bench -- crash [--seed N] [--database sqlite] [--connections 5] …
if (asked[0] === "crash") {
  const { drillAll } = await import("./crash/crash");
  process.exit((await drillAll(asked.slice(1))) ? 0 : 1);
}

const unknown = asked.filter((name) => !(name in ROWS));
if (unknown.length > 0) {
  console.error(`There is no row ${unknown.join(", ")}. There are: ${Object.keys(ROWS).join(", ")}.`);
  process.exit(2);
}

const lines: Line[] = [];
const started = performance.now();
for (const [name, load] of Object.entries(ROWS)) {
  if (asked.length > 0 && !asked.includes(name)) continue;
  console.error(`${name} …`);
  try {
    const measured = await (await load()).rows();
    lines.push(...measured);
    console.error(`${tableOf(measured)}\n${Math.round((performance.now() - started) / 1000)} s`);
  } catch (error) {
    // One row that cannot be measured here must not cost the others.
    console.error(error);
    process.exitCode = 1;
  }
}
console.log(tableOf(lines));
process.exit();
