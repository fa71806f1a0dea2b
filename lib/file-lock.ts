import { open, readFile, rm } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: somebody else's process, and therefore a living one.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

async function take(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}

/** Lets one process of this machine at a time do something; a lock whose holder died is taken over. */
export async function withFileLock<T>(path: string, run: () => Promise<T>): Promise<T> {
  while (!(await take(path))) {
    const holder = Number(await readFile(path, "utf8").catch(() => ""));
    // An empty file is a lock that is being written this very moment.
    if (holder > 0 && !isAlive(holder)) await rm(path, { force: true });
    else await sleep(100);
  }
  try {
    return await run();
  } finally {
    await rm(path, { force: true });
  }
}
