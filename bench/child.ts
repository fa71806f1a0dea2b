import { type ChildProcess, spawn } from "node:child_process";
import { createInterface } from "node:readline";

export type Child = {
  pid: number;
  /** The first line that it said or says of this pattern. */
  said: (pattern: RegExp, longest?: number) => Promise<string>;
  lines: () => readonly string[];
  ended: Promise<void>;
  stop: () => Promise<void>;
};

const LONGEST = 240_000;

/** Starts a program of ours in a process of its own. */
export function startProgram(args: string[], env: Record<string, string> = {}): Child {
  const child: ChildProcess = spawn(process.execPath, args, {
    env: { ...process.env, NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const gone = new Promise<void>((resolve) => child.once("close", () => resolve()));
  const end = () => void child.kill("SIGTERM");
  process.once("exit", end);
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    if (!stream) continue;
    createInterface({ input: stream }).on("line", (line) => {
      lines.push(line);
      for (const look of waiting) look();
    });
  }
  return {
    pid: child.pid ?? 0,
    lines: () => lines,
    ended: gone,
    said(pattern, longest = LONGEST) {
      return new Promise((resolve, reject) => {
        const fail = () => reject(new Error(`${args.join(" ")} never said ${pattern}\n${lines.join("\n")}`));
        const limit = setTimeout(fail, longest);
        const look = () => {
          const line = lines.find((said) => pattern.test(said));
          if (line === undefined) return;
          clearTimeout(limit);
          waiting.delete(look);
          resolve(line);
        };
        waiting.add(look);
        void gone.then(() => {
          look();
          clearTimeout(limit);
          fail();
        });
        look();
      });
    },
    async stop() {
      end();
      const limit = setTimeout(() => void child.kill("SIGKILL"), 10_000);
      await gone;
      clearTimeout(limit);
      process.removeListener("exit", end);
    },
  };
}

/** Runs a program of ours to its end and tells the JSON of its line that begins with a brace. */
export async function resultOf(
  args: string[],
  env: Record<string, string> = {},
  longest = LONGEST,
): Promise<unknown> {
  const child = startProgram(["--import", "tsx", ...args], env);
  const line = await child.said(/^\{.*\}$/, longest);
  await child.stop();
  return JSON.parse(line);
}
