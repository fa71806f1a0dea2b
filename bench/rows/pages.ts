import { readFileSync } from "node:fs";
import { z } from "zod";
import { resultOf } from "../child";
import { compare } from "../in-turn";
import { atMost, type Line } from "../line";
import { startBare, startNext, startSite } from "../running-site";

const PAGE = "/about";
const CONNECTIONS = 48;
const SECONDS = 2;

/** The most memory that a process ever held, where the system tells. */
function peakMegabytes(pid: number): number {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  return Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1]) / 1024;
}

/** Finished pages beside Next's own server and beside the least that the runtime can do; readers in a process of their own. */
export async function rows(): Promise<Line[]> {
  const site = await startSite();
  const next = await startNext();
  const bare = await startBare(site.url + PAGE);
  const read = (url: string) => async () => {
    const args = ["bench/sides/reader.ts", url + PAGE, String(CONNECTIONS), String(SECONDS)];
    return z.object({ rate: z.number() }).parse(await resultOf(args)).rate;
  };
  try {
    for (const { url } of [site, next, bare]) await read(url)();
    const lines = await compare({
      promise: `a finished page, ${CONNECTIONS} connections`,
      unit: "/s",
      ours: read(site.url),
      others: [
        { label: "`next start`, same build, both in gzip", side: read(next.url), target: 30 },
        { label: "bare `node:http`, same bytes", side: read(bare.url), target: 0.85 },
      ],
    });
    return [
      ...lines,
      atMost("peak memory of the serving process under that load", peakMegabytes(site.pid), 200, "MB"),
    ];
  } finally {
    for (const child of [site, next, bare]) await child.stop();
  }
}
