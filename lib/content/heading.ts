import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Problem } from "./problem";

const HEADING = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)(?:\r?\n)?---[ \t]*(?:\r?\n|$)/;

/** The two halves of a content file; `line` is where the body begins, so that problems can point at it. */
export interface Halves {
  heading: string;
  body: string;
  line: number;
}

/** Parts the YAML heading between its two `---` lines from the Markdown below; undefined when there is none. */
export function splitHeading(text: string): Halves | undefined {
  const found = HEADING.exec(text);
  if (!found) return undefined;
  return { heading: found[1] ?? "", body: text.slice(found[0].length), line: found[0].split("\n").length };
}

/** Parses YAML and checks it against a strict schema; answers undefined, with every problem noted, when it does not fit. */
export function checkYaml<S extends z.ZodType>(
  { file, yaml, line = 1 }: { file: string; yaml: string; line?: number },
  schema: S,
  problems: Problem[],
): z.output<S> | undefined {
  const lines = new LineCounter();
  const document = parseDocument(yaml, { prettyErrors: false, lineCounter: lines });
  for (const { pos, message } of document.errors) {
    const field = `line ${lines.linePos(pos[0]).line + line - 1}`;
    problems.push({ file, field, wants: `to be valid YAML: ${message}` });
  }
  if (document.errors.length > 0) return undefined;
  // An alias that multiplies itself is refused by the parser's own limit, as an exception.
  const result = schema.safeParse(document.toJS({ maxAliasCount: 20 }), { error: plainWords });
  if (result.success) return result.data;
  for (const issue of result.error.issues) problems.push(...inWords(file, issue));
  return undefined;
}

function plainWords(issue: z.core.$ZodRawIssue): string | undefined {
  if (issue.code !== "invalid_type") return undefined;
  const kind = KINDS.get(issue.expected) ?? issue.expected;
  return issue.input === undefined || issue.input === null ? `is missing, wants ${kind}` : `wants ${kind}`;
}

const KINDS = new Map([
  ["string", "text"],
  ["number", "a number"],
  ["array", "a list"],
  ["object", "named fields"],
]);

function inWords(file: string, issue: z.core.$ZodIssue): Problem[] {
  const field = issue.path.join(".");
  if (issue.code !== "unrecognized_keys") return [{ file, field: field || "heading", wants: issue.message }];
  return issue.keys.map((key) => ({
    file,
    field: field ? `${field}.${key}` : key,
    wants: "not to be here: no such field",
  }));
}
