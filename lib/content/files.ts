import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { SLUG_PATTERN } from "./fields";
import type { Problem } from "./problem";

/** A content file as read: what it is called, what it says. */
export interface SourceFile {
  slug: string;
  text: string;
}

// What a feed and a printed page cannot carry; tab, line feed and carriage return are text.
const CONTROL = /(?![\t\n\r])[\p{Cc}\ufffe\uffff]/u;

/** Reads one file as strict UTF-8; answers undefined, with a problem noted, when it cannot. */
export function readText(dir: string, path: string, problems: Problem[]): string | undefined {
  const file = join(basename(dir), path);
  if (!existsSync(join(dir, path))) {
    problems.push({ file, field: "file", wants: "to exist" });
    return undefined;
  }
  const text = decode(readFileSync(join(dir, path)));
  if (text === undefined) problems.push({ file, field: "file", wants: "to be saved as UTF-8" });
  else if (CONTROL.test(text)) {
    const line = text.slice(0, text.search(CONTROL)).split("\n").length;
    problems.push({ file, field: `line ${line}`, wants: "no control characters" });
    return undefined;
  }
  return text;
}

/** Reads every `.mdx` file of one folder, by name; any other file there is a problem, for it would silently not be published. */
export function readFolder(dir: string, folder: string, problems: Problem[]): SourceFile[] {
  if (!existsSync(join(dir, folder))) return [];
  const names = readdirSync(join(dir, folder)).filter((name) => !name.startsWith("."));
  return names.sort().flatMap((name) => {
    const file = join(basename(dir), folder, name);
    const slug = name.replace(/\.mdx$/, "");
    if (slug === name || !SLUG_PATTERN.test(slug)) {
      problems.push({
        file,
        field: "file name",
        wants: "lower-case words joined by hyphens, ending in .mdx",
      });
      return [];
    }
    const text = readText(dir, join(folder, name), problems);
    return text === undefined ? [] : [{ slug, text }];
  });
}

function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}
