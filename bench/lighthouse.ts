import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { z } from "zod";
import { chromiumOptions } from "@/bin/test/chromium.mjs";
import { startProgram } from "./child";

// No dependency: it weighs more than all the rest of what the tests bring, and only this bench runs it.
const VERSION = "13.5.0";
const FOLDER = resolve("node_modules/.cache", `lighthouse-${VERSION}`);
const PROGRAM = join(FOLDER, "node_modules/lighthouse/cli/index.js");

const CATEGORIES = ["performance", "accessibility", "best-practices", "seo"] as const;

const schema = z.object({
  categories: z.record(z.enum(CATEGORIES), z.object({ score: z.number() })),
  audits: z.record(
    z.string(),
    z.object({ score: z.number().nullable(), numericValue: z.number().optional() }),
  ),
});

export type Report = {
  /** Of a hundred each: performance, accessibility, best practices, search engines. */
  scores: number[];
  /** The audits that are not at their best. */
  faults: string[];
  paint: number;
  shift: number;
  blocked: number;
};

function install(): void {
  if (existsSync(PROGRAM)) return;
  const args = ["install", "--prefix", FOLDER, "--no-save", "--no-audit", "--no-fund", "--ignore-scripts"];
  const done = spawnSync("npm", [...args, `lighthouse@${VERSION}`], { encoding: "utf8" });
  if (done.status !== 0) throw new Error(`Lighthouse could not be installed.\n${done.stderr}`);
}

/**
 * What Lighthouse finds on a page as a phone on a slow line would get it, as it comes: mobile, slow 4G and a processor
 * of a quarter, both worked out by Lighthouse. The site is visited by the origin that its pages name.
 */
export async function lighthouse(
  page: string,
  { port, skip = [] }: { port: string; skip?: string[] },
): Promise<Report> {
  install();
  const folder = mkdtempSync(join(tmpdir(), "possibilities-lighthouse-"));
  const output = join(folder, "report.json");
  const { executablePath = "", args } = chromiumOptions();
  const flags = ["--headless=new", ...args, `--host-resolver-rules='MAP localhost:80 127.0.0.1:${port}'`];
  try {
    const run = startProgram(
      [
        PROGRAM,
        `http://localhost${page}`,
        "--quiet",
        "--output=json",
        `--output-path=${output}`,
        `--only-categories=${CATEGORIES.join(",")}`,
        `--chrome-flags=${flags.join(" ")}`,
        ...skip.map((audit) => `--skip-audits=${audit}`),
      ],
      { CHROME_PATH: executablePath },
    );
    await run.ended;
    if (!existsSync(output)) throw new Error(`${page}: ${run.lines().join("\n")}`);
    const { categories, audits } = schema.parse(JSON.parse(readFileSync(output, "utf8")));
    const number = (audit: string) => audits[audit]?.numericValue ?? Number.NaN;
    return {
      scores: CATEGORIES.map((name) => Math.round(categories[name].score * 100)),
      faults: Object.entries(audits)
        .filter(([, { score }]) => score !== null && score < 0.9)
        .map(([name]) => name),
      paint: number("largest-contentful-paint"),
      shift: number("cumulative-layout-shift"),
      blocked: number("total-blocking-time"),
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
