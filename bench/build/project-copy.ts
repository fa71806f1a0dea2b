import { copyFileSync, cpSync, linkSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";

/** What belongs to one tree alone: its history, its data, what was built or installed in it. */
const NOT_COPIED = new Set([".git", ".next", "data", "node_modules", "test-results", ".env", ".env.local"]);

/** The same files under another name, where the disk allows it; the bundler refuses a folder of packages behind a link. */
function linkTree(from: string, to: string): void {
  for (const entry of readdirSync(from, { recursive: true, withFileTypes: true })) {
    const source = join(entry.parentPath, entry.name);
    const target = join(to, relative(from, source));
    if (entry.isDirectory()) mkdirSync(target, { recursive: true });
    else {
      mkdirSync(dirname(target), { recursive: true });
      if (entry.isSymbolicLink()) cpSync(source, target, { verbatimSymlinks: true });
      else linkOrCopy(source, target);
    }
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch {
    copyFileSync(source, target);
  }
}

/** A copy of this project in a folder of its own, in which content may be added; it goes at the end of this process. */
export function copyOfProject(): string {
  const folder = mkdtempSync(join(tmpdir(), "possibilities-build-"));
  process.once("exit", () => rmSync(folder, { recursive: true, force: true }));
  const here = process.cwd();
  for (const name of readdirSync(here)) {
    if (!NOT_COPIED.has(basename(name))) cpSync(join(here, name), join(folder, name), { recursive: true });
  }
  linkTree(join(here, "node_modules"), join(folder, "node_modules"));
  return folder;
}
