import { join } from "node:path";
import { addressesOf } from "./addresses";
import { lookThrough, type Reference } from "./body";
import { type Content, content, contentDir } from "./content";
import type { Entry } from "./entries";
import { headingsOf } from "./headings";
import { type Targets, wantsOf } from "./links";
import { treeOf } from "./markdown";
import { missingPages, pageFile } from "./pages";
import { type Problem, refuseIfAny } from "./problem";
import { redirectProblems } from "./redirect-rules";

/** Reads every word of the content and follows every link in it; throws a ContentError that lists all that is wrong. */
export function checkContent(dir = contentDir(), publicDir = join(process.cwd(), "public")): Content {
  const all = content(dir);
  const addresses = addressesOf(all);
  const targets = { addresses, topics: new Set(all.topics.map((topic) => topic.slug)), publicDir };
  const pages = all.home ? [all.home, ...all.pages] : all.pages;
  const entries = [...pages, ...all.services, ...all.caseStudies, ...all.resources, ...all.issues];
  refuseIfAny([
    ...missingPages(all).map((slug) => ({ file: pageFile(slug), field: "file", wants: "to exist" })),
    ...redirectProblems(all.redirects, addresses),
    ...entries.flatMap((entry) => entryProblems(entry, targets)),
  ]);
  return all;
}

function entryProblems(entry: Entry, targets: Targets): Problem[] {
  const { problems, references } = lookThrough(entry);
  const within = references.some(({ to }) => to.startsWith("#"));
  const ids = new Set(within ? headingsOf(treeOf(entry.markdown)).map((heading) => heading.id) : []);
  const dead = [...references, ...headingReferences(entry)].flatMap((reference) => {
    const wants = wantsOf(reference, ids, targets);
    return wants ? [{ file: entry.file, field: reference.field, wants }] : [];
  });
  return [...problems, ...dead];
}

function headingReferences(value: object, at = ""): Reference[] {
  return Object.entries(value).flatMap(([key, inside]: [string, unknown]): Reference[] => {
    const field = at + key;
    if (key === "href" && typeof inside === "string") return [{ kind: "link", to: inside, field }];
    return inside !== null && typeof inside === "object" ? headingReferences(inside, `${field}.`) : [];
  });
}
