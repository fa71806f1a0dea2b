import { symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { pathToFileURL } from "node:url";
import { servingArguments } from "../bin/setup/serving.mjs";
import { freePort } from "../bin/test/free-port";
import { dataFolder } from "../bin/test/machine";
import { startProgram } from "./child";

const TSX = ["--import", "tsx"];

async function answers(url: string): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    const answer = await fetch(url).catch(() => undefined);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await sleep(100);
  }
  throw new Error(`nobody answers at ${url}`);
}

/** The serving process alone, without the worker beside it. */
export async function startSite() {
  const PORT = String(await freePort());
  const env = { PORT, DATA_DIR: dataFolder(), SITE_URL: "http://localhost" };
  const prepared = startProgram([...TSX, "bin/prepare.ts"], env);
  await prepared.ended;
  const site = startProgram(servingArguments(), env);
  const url = `http://127.0.0.1:${PORT}`;
  await answers(`${url}/health/live`);
  return { ...site, url };
}

/** The same build beside settings in which Next compresses, as it does unless told otherwise. */
function compressingProject(): string {
  const folder = dataFolder();
  for (const name of [".next", "public", "package.json"]) symlinkSync(resolve(name), join(folder, name));
  const ours = JSON.stringify(pathToFileURL(resolve("next.config.ts")).href);
  writeFileSync(
    join(folder, "next.config.mjs"),
    `import config from ${ours};\nexport default { ...config, compress: true };\n`,
  );
  return folder;
}

/** Next's own server on the same build, compressing as it does by itself. */
export async function startNext() {
  const port = String(await freePort());
  const args = [
    "node_modules/next/dist/bin/next",
    "start",
    compressingProject(),
    "-H",
    "127.0.0.1",
    "-p",
    port,
  ];
  const next = startProgram(args, { DATA_DIR: dataFolder() });
  const url = `http://127.0.0.1:${port}`;
  await answers(`${url}/about`);
  return { ...next, url };
}

/** A bare server of node:http that gives what an address gives. */
export async function startBare(source: string) {
  const port = await freePort();
  const bare = startProgram([...TSX, "bench/sides/bare-http.ts", String(port), source]);
  await bare.said(/^ready/);
  return { ...bare, url: `http://127.0.0.1:${port}` };
}
