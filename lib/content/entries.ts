import { basename, join } from "node:path";
import type { z } from "zod";
import { readFolder } from "./files";
import { checkYaml, splitHeading } from "./heading";
import type { Problem } from "./problem";

/** What every piece of content has besides the fields of its heading. */
export interface Entry {
  slug: string;
  /** Where it is shown, such as `/ezine/follow-up`. */
  path: string;
  /** Path for messages to the writer, such as `content/ezine/follow-up.mdx`. */
  file: string;
  /** The body, as written; `treeOf` turns it into a tree when it is wanted. */
  markdown: string;
  /** Line of the file on which the body begins. */
  line: number;
}

/** A folder of Markdown files: what shape the heading of each has and where each is shown. */
export interface Folder<S> {
  name: string;
  schemaFor(slug: string): S;
  /** Undefined for a name the site has no place for. */
  pathFor(slug: string): string | undefined;
}

/** A folder whose files all have one shape and are shown below one address. */
export function folder<S>(name: string, schema: S): Folder<S> {
  return { name, schemaFor: () => schema, pathFor: (slug) => `/${name}/${slug}` };
}

/** Reads one folder of Markdown files; notes a problem for each that does not fit its schema. */
export function readEntries<S extends z.ZodType<object>>(
  dir: string,
  { name, schemaFor, pathFor }: Folder<S>,
  problems: Problem[],
): (z.output<S> & Entry)[] {
  return readFolder(dir, name, problems).flatMap(({ slug, text }) => {
    const file = join(basename(dir), name, `${slug}.mdx`);
    const path = pathFor(slug);
    if (path === undefined) {
      problems.push({ file, field: "file name", wants: "the name of a page the site has" });
      return [];
    }
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
    return [{ ...heading, slug, path, file, markdown: halves.body, line: halves.line }];
  });
}
