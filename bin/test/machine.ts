import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { freePort } from "./free-port";

export type Machine = {
  url: string;
  dataDir: string;
  /** Everything it printed so far. */
  said: () => string;
  /** Ends it as an owner would, and tells the exit code. */
  stop: () => Promise<number | null>;
  /** Ends every process of it at once, as a power cut would. */
  kill: () => Promise<void>;
};

export type Exit = { code: number | null; said: string };

function launch(env: Record<string, string>, script = "bin/start.mjs") {
  const child = spawn(process.execPath, [script], {
    // Its own group, so that all of it can be killed together.
    detached: true,
    env: { NODE_ENV: "production", PATH: process.env.PATH, HOME: process.env.HOME, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
    });
  }
  return { child, said: () => said };
}

function exitOf(child: ChildProcess): Promise<number | null> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve(child.exitCode);
  return new Promise((resolve) => child.once("exit", (code) => resolve(code)));
}

/** A folder for the data of a machine, which goes at the end of this process. */
export function dataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "possibilities-machine-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Runs `npm start`'s program with settings that it must refuse, and tells how it ended. */
export async function startRefused(env: Record<string, string>): Promise<Exit> {
  const { child, said } = launch(env);
  return { code: await exitOf(child), said: said() };
}

/** Starts the site and its worker with some settings, and waits until it says that it is ready. */
export async function startMachine(env: Record<string, string> = {}): Promise<Machine> {
  const port = env.PORT ?? String(await freePort());
  const dataDir = env.DATA_DIR ?? dataFolder();
  const { child, said } = launch({ ...env, PORT: port, DATA_DIR: dataDir });
  await new Promise<void>((resolve, reject) => {
    child.once("exit", () => reject(new Error(`it did not start\n${said()}`)));
    child.stdout?.on("data", () => {
      if (/^ready /m.test(said())) resolve();
    });
  });
  return {
    url: `http://localhost:${port}`,
    dataDir,
    said,
    async stop() {
      child.kill("SIGTERM");
      return exitOf(child);
    },
    async kill() {
      if (child.pid) process.kill(-child.pid, "SIGKILL");
      await exitOf(child);
    },
  };
}
