import { spawn } from "node:child_process";
import { request } from "node:http";
import { join } from "node:path";
import { servingArguments } from "@/bin/setup/serving.mjs";
import { freePort } from "@/bin/test/free-port";
import { writeManyIssues } from "../build/many-issues";
import { type Cost, watchTree } from "../build/process-tree";
import { copyOfProject } from "../build/project-copy";
import { median } from "../in-turn";
import { atMost, type Line, noted } from "../line";

const FEW = 500;
const MANY = 5000;
const LONGEST_BUILD = 45 * 60_000;
const QUERIES = ["cash", "strategic+alliances", "bokkeeper", "name77", "when+a+customer+goes+quiet"];

type Built = Cost & { seconds: number };

function environment(folder: string, port: number) {
  const own = { PORT: String(port), DATA_DIR: join(folder, "data"), SITE_URL: "http://localhost" };
  return { ...process.env, NODE_ENV: "production" as const, NEXT_TELEMETRY_DISABLED: "1", ...own };
}

/** All that `npm start` does before it serves: the words checked, the site built, its bytes finished. */
async function build(folder: string): Promise<Built> {
  const env = environment(folder, await freePort());
  const began = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "bin/prepare.ts"], {
    cwd: folder,
    env,
    stdio: ["ignore", "ignore", "inherit"],
    timeout: LONGEST_BUILD,
  });
  const cost = watchTree(child.pid ?? 0);
  const code = await new Promise((resolve) => child.once("exit", resolve));
  if (code !== 0) throw new Error(`the build in ${folder} ended with ${code}`);
  return { ...cost(), seconds: (performance.now() - began) / 1000 };
}

async function buildOf(issues: number): Promise<Built & { folder: string }> {
  const folder = copyOfProject();
  writeManyIssues(join(folder, "content"), issues);
  return { folder, ...(await build(folder)) };
}

function milliseconds(port: number, path: string): Promise<number> {
  const began = performance.now();
  return new Promise((resolve, reject) => {
    const sent = request({ host: "127.0.0.1", port, path }, (response) => {
      response.resume().once("end", () => resolve(performance.now() - began));
    });
    sent.once("error", reject).end();
  });
}

/** Starts the site of a copy and tells how long that took, what it holds, and how quickly it searches from the first time on. */
async function served(folder: string) {
  const port = await freePort();
  const began = performance.now();
  const child = spawn(process.execPath, servingArguments(), {
    cwd: folder,
    env: environment(folder, port),
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const gone = new Promise((resolve) => child.once("exit", resolve));
  const cost = watchTree(child.pid ?? 0);
  try {
    await new Promise((resolve, reject) => {
      child.once("message", resolve);
      void gone.then(() => reject(new Error(`the site in ${folder} did not start`)));
    });
    const seconds = (performance.now() - began) / 1000;
    const times: number[] = [];
    for (let turn = 0; turn < 5; turn++) {
      for (const query of QUERIES) times.push(await milliseconds(port, `/search?q=${query}`));
    }
    return { seconds, first: times[0] ?? 0, usual: median(times), ...cost() };
  } finally {
    child.kill("SIGTERM");
    await gone;
  }
}

/** Building a site of thousands of issues beside one of hundreds, in copies of this project, and what serving it takes. */
export async function rows(): Promise<Line[]> {
  const few = await buildOf(FEW);
  const many = await buildOf(MANY);
  const again = await build(many.folder);
  const site = await served(many.folder);
  const ratio = many.seconds / few.seconds;
  const told = ({ seconds, processorSeconds }: Built) =>
    `${Math.round(seconds)} s, ${Math.round(processorSeconds)} s of processor`;
  return [
    {
      promise: `a whole build of ${MANY} issues`,
      measured: told(many),
      beside: `${FEW} issues: ${told(few)}`,
      ratio: `${ratio.toFixed(1)} ×`,
      target: "≤ 12 ×",
      kept: ratio <= 12,
    },
    atMost("peak memory of that build, all its processes", many.peakMegabytes, 1500, "MB"),
    noted("the same asked for again, nothing changed", again.seconds, "s", 1),
    noted(`from start to ready with ${MANY} issues`, site.seconds, "s", 1),
    noted("peak memory of the serving process with them", site.peakMegabytes, "MB"),
    noted("the first search after that start, page and all", site.first, "ms", 1),
    noted("a later one, median", site.usual, "ms", 1),
  ];
}
