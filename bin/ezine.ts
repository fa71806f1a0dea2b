import { closeDatabase } from "@/lib/db/client";
import { WrongUsage } from "./ezine/verb";

type Verb = () => Promise<{ run(args: string[]): Promise<number> }>;

const VERBS: Record<string, Verb> = {
  issues: () => import("./ezine/issues"),
  preview: () => import("./ezine/preview"),
  test: () => import("./ezine/test"),
  check: () => import("./ezine/check"),
  send: () => import("./ezine/send"),
  status: () => import("./ezine/status"),
  pause: () => import("./ezine/pause"),
  resume: () => import("./ezine/resume"),
  cancel: () => import("./ezine/cancel"),
  work: () => import("./ezine/work"),
  subscribers: () => import("./ezine/subscribers"),
  bounce: () => import("./ezine/bounce"),
  backup: () => import("./ezine/backup"),
  restore: () => import("./ezine/restore"),
  move: () => import("./ezine/move"),
  doctor: () => import("./ezine/doctor"),
};

async function run([name, ...args]: string[]): Promise<number> {
  const verb = VERBS[name ?? ""];
  if (!verb) throw new WrongUsage(`npm run ezine -- <${Object.keys(VERBS).join("|")}> …`);
  return (await verb()).run(args);
}

function explain(error: unknown): number {
  if (error instanceof WrongUsage) {
    process.stderr.write(`Usage: ${error.message}\n`);
    return 2;
  }
  const message = error instanceof Error ? error.message : String(error);
  process.stderr.write(`${message.trim().split("\n").at(-1)}\n`);
  return 1;
}

// A reader of our output that has seen enough, such as head, is no failure.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code === "EPIPE") process.exit(0);
  throw error;
});

process.exitCode = await run(process.argv.slice(2)).catch(explain);
await closeDatabase();
