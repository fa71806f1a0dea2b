import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { basename, dirname, join, resolve } from "node:path";

// Where packages are found from, and where nothing is kept.
const FOLDER = resolve("node_modules", ".cache", "crash");

/** A program of the drill in one file, made by the compiler that tsx brings: it starts in a fraction of the time. */
export function bundled(script: string): string {
  const tsx = createRequire(createRequire(import.meta.url).resolve("tsx/package.json"));
  const esbuild = join(dirname(tsx.resolve("esbuild/package.json")), "bin", "esbuild");
  const file = join(FOLDER, `${basename(script, ".ts")}.mjs`);
  const options = ["--bundle", "--platform=node", "--format=esm", "--packages=external", "--log-level=error"];
  const made = spawnSync(esbuild, [script, ...options, `--outfile=${file}`], { stdio: "inherit" });
  if (made.status !== 0) throw new Error(`${script} could not be bundled`);
  return file;
}
