import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inject, onTestFinished } from "vitest";
import { copyOf } from "./databases";

/** The address of one more empty database, of the kind that this project of tests runs on; it goes with the test. */
export function anotherDatabase(): Promise<string> {
  return copyOf(inject("emptyDatabase"), aFolder());
}

/** A folder that goes with the test. */
export function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "possibilities-test-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
