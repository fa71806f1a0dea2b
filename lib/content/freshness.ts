import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";

/** Whether this process was started to be written and drawn for, so that words may change under it. */
export const IN_DEVELOPMENT = process.argv.includes("--dev");

/** A mark that changes whenever a file below a folder comes, goes or is saved. */
export function markOf(dir: string): string {
  const entries = readdirSync(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const marks = files.sort().map((file) => {
    const { mtimeMs, size } = statSync(file);
    return `${file} ${mtimeMs} ${size}`;
  });
  return marks.join("\n");
}
