import type { Tag } from "@/bin/site/tags";
import { unescaped } from "@/bin/test/form-client";
import { SITE_URL } from "./addresses";
import { attributeOf, tagsOf } from "./markup";

/** What an address gave, and everything of the site that it names, by links that a reader can follow and otherwise. */
export type Visited = {
  status: number;
  type: string;
  text: string;
  links: string[];
  named: string[];
};

const ADDRESSES: [tag: string, attribute: string][] = [
  ["a", "href"],
  ["link", "href"],
  ["img", "src"],
  ["source", "src"],
  ["use", "href"],
];

function inTags(tags: readonly Tag[]): string[] {
  const forms = tags.filter((tag) => tag.name === "form" && attributeOf(tag, "method") === "get");
  return [
    ...ADDRESSES.flatMap(([name, attribute]) =>
      tags
        .filter((tag) => tag.name === name && tag.attributes.has(attribute))
        .map((tag) => attributeOf(tag, attribute)),
    ),
    ...forms.map((tag) => attributeOf(tag, "action")),
  ];
}

/** Addresses with our own origin wherever they stand: in metadata, JSON-LD, feeds, the sitemap. */
function inText(text: string): string[] {
  const found = text.match(new RegExp(`${SITE_URL}[^\\s"'<>)\\\\]*`, "g")) ?? [];
  // A feed holds HTML within XML, so that an address may be escaped twice.
  return found.map((url) => unescaped(unescaped(url)).replace(/["'<>].*$/, ""));
}

function inStyles(text: string): string[] {
  return [...text.matchAll(/url\(["']?([^"')]+)/g)].map(([, url = ""]) => url);
}

function inManifest(text: string): string[] {
  const { icons = [], start_url } = JSON.parse(text);
  return [start_url, ...icons.map(({ src }: { src: string }) => src)];
}

const isOurs = (url: string) => url.startsWith(`${SITE_URL}/`) || url === SITE_URL;

async function visit(url: string): Promise<Visited> {
  const response = await fetch(url, { redirect: "manual" });
  const type = response.headers.get("content-type") ?? "";
  const text = /text|xml|json/.test(type) ? await response.text() : "";
  const tags = type.startsWith("text/html") ? tagsOf(text) : [];
  const absolute = (found: readonly string[]) => found.map((it) => new URL(it, url).href);
  return {
    status: response.status,
    type,
    text,
    links: absolute(tags.filter(({ name }) => name === "a").map((tag) => attributeOf(tag, "href"))),
    named: [
      ...absolute(inTags(tags)),
      ...absolute(inText(text)),
      ...absolute(type.startsWith("text/css") ? inStyles(text) : []),
      ...absolute(type.includes("manifest") ? inManifest(text) : []),
    ],
  };
}

/** Follows everything the site names from some addresses on, each once. */
export async function crawl(from: readonly string[]): Promise<Map<string, Visited>> {
  const visited = new Map<string, Visited>();
  const waiting = new Set(from.map((path) => new URL(path, SITE_URL).href));
  for (const url of waiting) {
    const found = await visit(url);
    visited.set(url, found);
    for (const named of found.named) if (isOurs(named)) waiting.add(named.replace(/#.*$/, ""));
  }
  return visited;
}
