import { spawn } from "node:child_process";
import { randomInt } from "node:crypto";

export type Drill = {
  /** A verb's module in bin/ezine, and its arguments; asked for anew before each run. */
  command: () => string[];
  /** Settings that differ from those of the test. */
  env?: Record<string, string>;
  /** Puts everything where it was before the first run, after one that came to its end before it could be killed. */
  again: () => Promise<void>;
  /** What must hold after every kill, however little or much was done. */
  meanwhile: () => Promise<void>;
};

const KILLS = 10;
/** A machine that is always faster than the guess ends the drill all the same. */
const MAX_RUNS = 40;

/** Numbers from 0 to 1 that are the same for the same seed, so that a drill can be repeated. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/** Kills a verb with SIGKILL at ten random moments of its work, then lets it run to its end, and tells how that was. */
export async function killedTenTimes({
  command,
  env = {},
  again,
  meanwhile,
}: Drill): Promise<{ code: number | null; said: string }> {
  const seed = Number(process.env.DRILL_SEED ?? randomInt(2 ** 31));
  const random = randomFrom(seed);
  let span = 200;
  let kills = 0;
  for (let runs = 0; kills < KILLS && runs < MAX_RUNS; runs++) {
    const { killed, code, said } = await run(command(), env, random() * span);
    if (killed) {
      kills++;
      span *= 1.2;
      await meanwhile();
    } else {
      if (code !== 0) throw new Error(`seed ${seed}: it ended by itself with ${code}\n${said}`);
      span *= 0.7;
      await again();
    }
  }
  console.log(`${command()[0]}: killed ${kills} times, seed ${seed}`);
  const { code, said } = await run(command(), env);
  return { code, said: `seed ${seed}\n${said}` };
}

/** Runs a verb in a process of its own and kills it so many milliseconds after it began to work, if that is given. */
async function run(command: string[], env: Record<string, string>, killAfter?: number) {
  const child = spawn(process.execPath, ["--import", "tsx", "bin/test/verb-child.ts", ...command], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let said = "";
  let timer: NodeJS.Timeout | undefined;
  child.stderr.on("data", (chunk: Buffer) => {
    said += chunk;
  });
  child.stdout.on("data", (chunk: Buffer) => {
    said += chunk;
    if (killAfter === undefined || timer || !said.includes("begun\n")) return;
    timer = setTimeout(() => child.kill("SIGKILL"), killAfter);
  });
  const killed = await new Promise<boolean>((resolve) =>
    child.once("close", (_, signal) => resolve(signal === "SIGKILL")),
  );
  clearTimeout(timer);
  return { killed, code: child.exitCode, said };
}
