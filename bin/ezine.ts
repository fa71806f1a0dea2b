import "./private-files";
import { closeDatabase } from "@/lib/db/client";
import { say, WrongUsage } from "./ezine/verb";

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
  const usage = `npm run ezine -- <${Object.keys(VERBS).join("|")}> …`;
  if (name === "help" || name === "--help") {
    say(`Usage: ${usage}`);
    return 0;
  }
  const verb = Object.hasOwn(VERBS, name ?? "") ? VERBS[name ?? ""] : undefined;
  if (!verb) throw new WrongUsage(usage, name && `There is no verb "${name}".`);
  return (await verb()).run(args);
}

const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file or folder",
  ENOTDIR: "a part of its path is no folder",
  EISDIR: "it is a folder",
  EACCES: "this account may not",
  EROFS: "that disk cannot be written to",
  ENOSPC: "the disk is full",
};

function isFileFault(error: unknown): error is { code: string; path: string } {
  return error instanceof Error && "syscall" in error && "path" in error && "code" in error;
}

function explain(error: unknown): number {
  if (error instanceof WrongUsage) {
    process.stderr.write(`${error.message}\n`);
    return 2;
  }
  if (isFileFault(error)) {
    process.stderr.write(
      `${error.path} cannot be read or written: ${FILE_FAULTS[error.code] ?? error.code}.\n`,
    );
    return 1;
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
