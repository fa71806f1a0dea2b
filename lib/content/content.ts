import { basename, join, resolve } from "node:path";
import type { z } from "zod";
import { HOME, PAGE_ADDRESSES } from "./addresses";
import { type Entry, type Folder, folder, readEntries } from "./entries";
import { MOVEMENTS, type Movement } from "./fields";
import { readText } from "./files";
import { IN_DEVELOPMENT, markOf } from "./freshness";
import { checkYaml } from "./heading";
import { homeSchema } from "./home";
import { issueProblems } from "./issue-rules";
import { type Problem, refuseIfAny } from "./problem";
import {
  type Business,
  businessSchema,
  caseStudySchema,
  issueSchema,
  pageSchema,
  type Redirect,
  redirectsSchema,
  resourceSchema,
  serviceSchema,
  type Topic,
  topicsSchema,
} from "./schemas";
import { topicProblems } from "./topic-rules";

export type Page = z.output<typeof pageSchema> & Entry;
export type Home = z.output<typeof homeSchema> & Entry;
export type Service = z.output<typeof serviceSchema> & Entry;
export type CaseStudy = z.output<typeof caseStudySchema> & Entry;
export type Resource = z.output<typeof resourceSchema> & Entry;
export type Issue = z.output<typeof issueSchema> & Entry;

/** Everything in `content/`, each list in the order in which it is shown. */
export interface Content {
  business: Business;
  topics: Topic[];
  redirects: Redirect[];
  /** The first page; absent only while a site is being written, which the check refuses. */
  home: Home | undefined;
  pages: Page[];
  services: Service[];
  caseStudies: CaseStudy[];
  resources: Resource[];
  /** Newest first. */
  issues: Issue[];
}

const REDIRECTS = "redirects.yaml";

const read = new Map<string, { all: Content; mark: string }>();

/** The folder the site is made from, unless a test brings its own. */
export function contentDir(): string {
  return join(process.cwd(), "content");
}

/**
 * All content, read and checked file by file once per process, and again in development when a file was saved; throws
 * a ContentError that lists everything wrong.
 */
export function content(dir = contentDir(), keepUp = IN_DEVELOPMENT): Content {
  const place = resolve(dir);
  const mark = keepUp ? markOf(place) : "";
  const known = read.get(place);
  if (known?.mark === mark) return known.all;
  const all = readContent(place);
  read.set(place, { all, mark });
  return all;
}

/** The table of old addresses alone, for who leads visitors on and needs nothing else; throws a ContentError when it is broken. */
export function oldAddresses(dir = contentDir()): Redirect[] {
  const problems: Problem[] = [];
  const redirects = readYaml(dir, REDIRECTS, redirectsSchema, problems);
  refuseIfAny(problems);
  return redirects ?? [];
}

function readContent(dir: string): Content {
  const problems: Problem[] = [];
  const business = readYaml(dir, "business.yaml", businessSchema, problems);
  const topics = readYaml(dir, "topics.yaml", topicsSchema, problems);
  const redirects = readYaml(dir, REDIRECTS, redirectsSchema, problems);
  const pages = readEntries(dir, pagesFolder, problems);
  const lists = {
    home: pages.find(isHome),
    pages: pages.filter((page) => !isHome(page)),
    services: readEntries(dir, folder("services", serviceSchema), problems).sort(byMovement),
    caseStudies: readEntries(dir, folder("case-studies", caseStudySchema), problems).sort(byMovement),
    resources: readEntries(dir, folder("resources", resourceSchema), problems).sort(byMovement),
    issues: readEntries(dir, folder("ezine", issueSchema), problems).sort(newestFirst),
  };
  if (topics) problems.push(...topicProblems(topics), ...issueProblems(lists.issues, topics));
  refuseIfAny(problems);
  if (!business || !topics || !redirects) throw new Error("unreadable content went unreported");
  return { business, topics, redirects, ...lists };
}

const pagesFolder: Folder<typeof homeSchema | typeof pageSchema> = {
  name: "pages",
  schemaFor: (slug) => (slug === HOME ? homeSchema : pageSchema),
  pathFor: (slug) => (slug === HOME ? "/" : PAGE_ADDRESSES.get(slug)),
};

function isHome(page: Home | Page): page is Home {
  return page.slug === HOME;
}

function readYaml<S extends z.ZodType>(dir: string, name: string, schema: S, problems: Problem[]) {
  const text = readText(dir, name, problems);
  if (text === undefined) return undefined;
  return checkYaml({ file: join(basename(dir), name), yaml: text }, schema, problems);
}

function byMovement(a: Shown, b: Shown): number {
  const movements = MOVEMENTS.indexOf(a.movement) - MOVEMENTS.indexOf(b.movement);
  return movements || a.order - b.order || a.slug.localeCompare(b.slug, "en");
}

type Shown = { movement: Movement; order: number; slug: string };

function newestFirst(a: Issue, b: Issue): number {
  return b.volume - a.volume || b.issue - a.issue;
}
