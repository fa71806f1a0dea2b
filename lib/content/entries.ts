import type { z } from "zod";
import { readFolder } from "./files";
import { checkYaml, splitHeading } from "./heading";
import type { Problem } from "./problem";

/** What every piece of content has besides the fields of its heading. */
export interface Entry {
  slug: string;
  /** Path for messages to the writer, such as `content/ezine/follow-up.mdx`. */
  file: string;
  /** The body, as written; `treeOf` turns it into a tree when it is wanted. */
  markdown: string;
  /** Line of the file on which the body begins. */
  line: number;
}

/** Reads one folder of Markdown files whose headings all fit one schema; notes a problem for each that does not. */
export function readEntries<S extends z.ZodType<object>>(
  dir: string,
  folder: string,
  schemaFor: (slug: string) => S,
  problems: Problem[],
): (z.output<S> & Entry)[] {
  return readFolder(dir, folder, problems).flatMap(({ slug, file, text }) => {
    const halves = splitHeading(text);
    if (!halves) {
      problems.push({
        file,
        field: "heading",
        wants: "to stand first in the file, between two lines of ---",
      });
      return [];
    }
    const heading = checkYaml({ file, yaml: halves.heading, line: 2 }, schemaFor(slug), problems);
    if (heading === undefined) return [];
    return [{ ...heading, slug, file, markdown: halves.body, line: halves.line }];
  });
}
