import { link, readFile, rm, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { newId } from "./ids";

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: somebody else's process, and therefore a living one.
    return error instanceof Error && "code" in error && error.code === "EPERM";
  }
}

/** What makes a process unlike a later one of the same number: when it began, where the system tells. */
async function beginningOf(pid: number): Promise<string> {
  const told = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  // The name before it is in brackets, and may hold anything.
  return told.slice(told.lastIndexOf(")") + 2).split(" ")[19] ?? "";
}

async function take(path: string): Promise<boolean> {
  // Written first and then put in place whole: a process that dies in between must not leave a lock that names nobody.
  const own = `${path}.${process.pid}.${newId()}`;
  await writeFile(own, `${process.pid} ${await beginningOf(process.pid)}`);
  try {
    await link(own, path);
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  } finally {
    await rm(own, { force: true });
  }
}

/** Whether the holder of a lock died without giving it back. One that is gone by now was given back. */
async function isDead(path: string): Promise<boolean> {
  const lock = await readFile(path, "utf8").catch(() => undefined);
  if (lock === undefined) return false;
  const [pid, beginning] = lock.split(" ");
  const holder = Number(pid);
  return !(holder > 0 && isAlive(holder)) || (!!beginning && (await beginningOf(holder)) !== beginning);
}

/** Lets one process of this machine at a time do something; a lock whose holder died is taken over. */
export async function withFileLock<T>(path: string, run: () => Promise<T>): Promise<T> {
  while (!(await take(path))) {
    if (await isDead(path)) await rm(path, { force: true });
    else await sleep(100);
  }
  try {
    return await run();
  } finally {
    await rm(path, { force: true });
  }
}
