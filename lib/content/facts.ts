import type { Entry } from "./entries";
import { type Problem, refuseIfAny } from "./problem";

/** Facts that code knows and words repeat, such as how long something is kept: `{{retention.pending}}` in a text. */
export type Facts = Readonly<Record<string, string>>;

const MARKER = /\{\{([a-z]+(?:\.[a-z]+)*)\}\}/gi;

/** The body of an entry with every fact put in its place; throws a ContentError for a fact nobody supplies. */
export function withFacts(entry: Pick<Entry, "file" | "line" | "markdown">, facts: Facts): string {
  const problems: Problem[] = [];
  const filled = entry.markdown.replace(MARKER, (marker, name: string, at: number) => {
    const fact = Object.hasOwn(facts, name) ? facts[name] : undefined;
    if (fact !== undefined) return fact;
    const line = entry.markdown.slice(0, at).split("\n").length + entry.line - 1;
    problems.push({
      file: entry.file,
      field: `line ${line}`,
      wants: `a fact this page has, ${marker} is none`,
    });
    return marker;
  });
  refuseIfAny(problems);
  return filled;
}

/** A text without its markers, for where no facts are at hand. */
export function withoutMarkers(text: string): string {
  return text.replace(MARKER, "");
}
