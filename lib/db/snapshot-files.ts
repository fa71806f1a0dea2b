import { readdir, rm } from "node:fs/promises";
import { basename, dirname, join } from "node:path";

/** Where this process puts a copy of a SQLite file for as long as it reads it. */
export function snapshotFile(path: string): string {
  return `${path}.snapshot-${process.pid}`;
}

/** Removes a SQLite file with what belongs to it. */
export async function removeDatabase(path: string): Promise<void> {
  for (const suffix of ["", "-wal", "-shm", "-journal"]) await rm(path + suffix, { force: true });
}

/** Removes the copies of a SQLite file that processes left which died while they read them: they name people. */
export async function removeDeadSnapshots(path: string): Promise<void> {
  const names = await readdir(dirname(path));
  const pids = names.flatMap((name) => {
    const pid = name.startsWith(`${basename(path)}.snapshot-`)
      ? /\d+/.exec(name.slice(basename(path).length))
      : null;
    return pid ? [Number(pid[0])] : [];
  });
  for (const pid of new Set(pids)) {
    if (!isAlive(pid)) await removeDatabase(join(dirname(path), `${basename(path)}.snapshot-${pid}`));
  }
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}
