import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Reference } from "./body";

/** What links may point to: addresses of the site, its topics, and files that are served as they are. */
export interface Targets {
  addresses: ReadonlySet<string>;
  topics: ReadonlySet<string>;
  publicDir: string;
}

const OUTSIDE = /^(?:https?:\/\/[^/]|mailto:[^@]+@|tel:\+?\d)/i;
const ANYWHERE = "http://site.invalid";

/** What a reference wants in order to arrive somewhere, or undefined when it does; other sites are not asked. */
export function wantsOf(
  { kind, to }: Reference,
  ids: ReadonlySet<string>,
  targets: Targets,
): string | undefined {
  if (OUTSIDE.test(to)) return kind === "link" ? undefined : `a picture of our own in public/, not ${to}`;
  if (to.startsWith("#")) return ids.has(to.slice(1)) ? undefined : `a heading of this text, ${to} is none`;
  const url =
    to.startsWith("/") && !to.startsWith("//") && URL.canParse(to, ANYWHERE) && new URL(to, ANYWHERE);
  if (!url) return `a path from the root or a whole address, not ${to}`;
  if (isPublicFile(targets.publicDir, url.pathname)) return undefined;
  if (kind === "image") return `a picture that exists, public${url.pathname} does not`;
  if (!targets.addresses.has(url.pathname)) return `a page that exists, ${to} does not`;
  const topic = url.pathname === "/ezine" ? url.searchParams.get("topic") : null;
  return topic === null || targets.topics.has(topic)
    ? undefined
    : `a topic of content/topics.yaml, ${topic} is none`;
}

// A URL's pathname has its dots resolved already, so this cannot leave the folder.
function isPublicFile(publicDir: string, pathname: string): boolean {
  if (/%2f|%5c|%00/i.test(pathname) || !/^(?:[^%]|%[0-9a-f]{2})*$/i.test(pathname)) return false;
  const file = join(publicDir, decodeURI(pathname));
  return existsSync(file) && statSync(file).isFile();
}
