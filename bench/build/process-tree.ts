import { readdirSync, readFileSync } from "node:fs";

/** What a program and all that it started cost. */
export type Cost = { peakMegabytes: number; processorSeconds: number };

const TICKS_A_SECOND = 100;
const EVERY = 250;

function read(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    // It ended while we looked.
    return "";
  }
}

/** After the name, which may hold anything: its parent, and the ticks it had of the processor. */
function factsOf(pid: string): { parent: string; ticks: number } {
  const fields = read(`/proc/${pid}/stat`)
    .replace(/^.*\) /s, "")
    .split(" ");
  return { parent: fields[1] ?? "", ticks: Number(fields[11]) + Number(fields[12]) };
}

function familyOf(pid: number): Map<string, number> {
  const all = readdirSync("/proc").filter((name) => /^\d+$/.test(name));
  const facts = new Map(all.map((name) => [name, factsOf(name)]));
  const isFamily = (name: string): boolean =>
    name === String(pid) || (facts.has(name) && isFamily(facts.get(name)?.parent ?? ""));
  return new Map([...facts].filter(([name]) => isFamily(name)).map(([name, { ticks }]) => [name, ticks]));
}

/** What a process holds, with its part of what it shares with others. */
function megabytesOf(pid: string): number {
  return Number(/^Pss:\s+(\d+) kB/m.exec(read(`/proc/${pid}/smaps_rollup`))?.[1] ?? 0) / 1024;
}

/** Watches a process and its offspring until told to stop; where the system has no /proc it saw nothing. */
export function watchTree(pid: number): () => Cost {
  const ticks = new Map<string, number>();
  let peakMegabytes = 0;
  const look = () => {
    const family = familyOf(pid);
    for (const [name, spent] of family) ticks.set(name, spent);
    const now = [...family.keys()].reduce((sum, name) => sum + megabytesOf(name), 0);
    peakMegabytes = Math.max(peakMegabytes, now);
  };
  const timer = setInterval(look, EVERY);
  return () => {
    clearInterval(timer);
    const all = [...ticks.values()].reduce((sum, spent) => sum + spent, 0);
    return { peakMegabytes, processorSeconds: all / TICKS_A_SECOND };
  };
}
