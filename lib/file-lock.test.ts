import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { withFileLock } from "./file-lock";

function lockFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "possibilities-lock-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "lock");
}

test("one at a time has the lock, and nothing is left of it", async () => {
  const path = lockFile();
  let within = 0;
  let most = 0;
  const work = async () => {
    most = Math.max(most, ++within);
    await new Promise((resolve) => setImmediate(resolve));
    within--;
  };
  await Promise.all([withFileLock(path, work), withFileLock(path, work), withFileLock(path, work)]);
  expect(most).toBe(1);
  expect(readdirSync(dirname(path))).toEqual([]);
});

test("a lock whose holder died is taken over, whatever it left: nothing, its number, or a number that lives again", async () => {
  const path = lockFile();
  for (const left of ["", "999999999", `${process.pid} 1`]) {
    // Systems that do not tell when a process began know a holder by its number alone.
    if (left.endsWith(" 1") && !existsSync("/proc/self/stat")) continue;
    writeFileSync(path, left);
    expect(await withFileLock(path, async () => "done"), left).toBe("done");
  }
});
