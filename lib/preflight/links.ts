import { join } from "node:path";
import { addressesOf } from "../content/addresses";
import { content } from "../content/content";
import { wantsOf } from "../content/links";
import { type IssueLetter, PLACEHOLDERS } from "../delivery/issue-letter";
import { type Finding, fail, ok, warn } from "../doctor/finding";

const OWN: ReadonlySet<string> = new Set(Object.values(PLACEHOLDERS));

/** Every address that an issue leads to, without the readers' own. */
export function linksOf({ html }: IssueLetter): string[] {
  const links = [...html.matchAll(/\b(?:href|src)="([^"]*)"/g)].map(([, to = ""]) => unescaped(to));
  return links.filter((to) => !OWN.has(to));
}

/** Whether every address in an issue is a whole one and, where it is ours, leads to a page that exists. */
export function linkFinding(letter: IssueLetter): Finding {
  const name = "links";
  const { siteUrl } = letter;
  const others = linksOf(letter);
  const bad = others.filter((to) => !/^(https?:\/\/[^/]|mailto:[^@]+@|tel:\+?\d)/i.test(to));
  const dead = others.filter((to) => to.startsWith(`${siteUrl}/`) && !leadsSomewhere(to));
  const plain = others.filter((to) => to.startsWith("http:") && !to.startsWith(siteUrl));
  if (bad.length + dead.length > 0) {
    const fix = "Mend them in the issue's file: whole addresses, or paths of pages that exist.";
    return fail(name, `these lead nowhere: ${[...new Set([...bad, ...dead])].join(", ")}`, fix);
  }
  return plain.length > 0
    ? warn(name, `these are not encrypted: ${plain.join(", ")}`, "Use https where the other site has it.")
    : ok(name, `${others.length} links, all whole`);
}

function unescaped(text: string): string {
  return text.replace(/&#x26;|&#38;|&amp;/g, "&");
}

function leadsSomewhere(address: string): boolean {
  const { pathname, search } = new URL(address);
  const all = content();
  const topics = new Set(all.topics.map(({ slug }) => slug));
  const targets = { addresses: addressesOf(all), topics, publicDir: join(process.cwd(), "public") };
  return wantsOf({ kind: "link", to: pathname + search, field: "body" }, new Set(), targets) === undefined;
}
