import { expect, test } from "@playwright/test";
import { z } from "zod";
import { content } from "@/lib/content/content";
import { findable } from "@/lib/discovery/addresses";
import { SITE_URL } from "../setup/addresses";

const { business, issues, redirects, services, caseStudies, resources, topics } = content();

const Graph = z.object({
  "@context": z.literal("https://schema.org"),
  "@graph": z.array(z.record(z.string(), z.unknown())).min(1),
});
type Thing = Record<string, unknown>;

async function pageAt(path: string) {
  const answer = await fetch(SITE_URL + path);
  const html = await answer.text();
  const blocks = [...html.matchAll(/<script type="application\/ld\+json">([\s\S]*?)<\/script>/g)];
  const things: Thing[] = blocks.flatMap(([, json = ""]) => Graph.parse(JSON.parse(json))["@graph"]);
  const one = (pattern: RegExp) => {
    const found = [...html.matchAll(pattern)].map(([, value = ""]) => value);
    expect(found, `${path} ${pattern}`).toHaveLength(1);
    return found[0] ?? "";
  };
  return { status: answer.status, html, things, one };
}

function ofType(things: readonly Thing[], type: string): Thing | undefined {
  return things.find((thing) => [thing["@type"]].flat().includes(type));
}

/** Every `@id` inside a thing: those that are only pointed to, and those that are described. */
function idsIn(value: unknown): { named: string[]; described: string[] } {
  if (typeof value !== "object" || value === null) return { named: [], described: [] };
  const inside = Object.values(value).map(idsIn);
  const id = "@id" in value ? String(value["@id"]) : undefined;
  const described = id !== undefined && Object.keys(value).length > 1;
  return {
    named: [...inside.flatMap(({ named }) => named), ...(id && !described ? [id] : [])],
    described: [...inside.flatMap((it) => it.described), ...(id && described ? [id] : [])],
  };
}

test("every page of the sitemap is there, names itself alone, and shows a card that is there", async () => {
  const xml = await (await fetch(`${SITE_URL}/sitemap.xml`)).text();
  const listed = [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = ""]) => loc);
  expect(listed.sort()).toEqual(
    findable()
      .map(({ path }) => SITE_URL + (path === "/" ? "/" : path))
      .sort(),
  );
  const cards = new Set<string>();
  const named: string[] = [];
  const described = new Set<string>();
  for (const url of listed) {
    const { status, one, things } = await pageAt(url.replace(SITE_URL, ""));
    expect(status, url).toBe(200);
    expect(one(/<link rel="canonical" href="([^"]+)"/g).replace(/\/$/, "")).toBe(url.replace(/\/$/, ""));
    expect(one(/<meta property="og:url" content="([^"]+)"/g).replace(/\/$/, "")).toBe(url.replace(/\/$/, ""));
    expect(one(/<meta name="description" content="([^"]+)"/g).length).toBeGreaterThan(20);
    cards.add(one(/<meta property="og:image" content="([^"]+)"/g));
    const ids = idsIn(things);
    named.push(...ids.named);
    for (const id of ids.described) described.add(id);
  }
  for (const card of cards) {
    const answer = await fetch(card, { method: "HEAD" });
    expect([answer.status, answer.headers.get("content-type")], card).toEqual([200, "image/png"]);
    expect(answer.headers.get("cache-control")).not.toContain("immutable");
  }
  expect(cards.size).toBeGreaterThan(issues.length);
  expect(named.filter((id) => !described.has(id))).toEqual([]);
});

test("the first page says whose site it is and how it is searched, and the search so described works", async () => {
  const { things } = await pageAt("/");
  expect(ofType(things, "ProfessionalService")).toMatchObject({
    "@type": ["Organization", "ProfessionalService"],
    name: business.name,
    email: business.email,
    telephone: business.telephoneLink,
    url: `${SITE_URL}/`,
    address: { streetAddress: business.address.street, postalCode: business.address.postalCode },
  });
  const website = ofType(things, "WebSite");
  const action = z
    .object({ "@type": z.literal("SearchAction"), target: z.object({ urlTemplate: z.string() }) })
    .parse(website?.potentialAction);
  const found = await fetch(action.target.urlTemplate.replace("{search_term_string}", "alliances"));
  expect(await found.text()).toContain('href="/ezine/strategic-alliances-part-1"');
});

for (const issue of issues) {
  test(`${issue.path} says what it is an article of, where it stands, and how it is cited`, async () => {
    const { things, html } = await pageAt(issue.path);
    const url = SITE_URL + issue.path;
    expect(ofType(things, "Article")).toMatchObject({
      headline: issue.title,
      description: issue.summary,
      url,
      mainEntityOfPage: url,
      image: `${url}/opengraph-image`,
      datePublished: `${issue.date}T12:00:00Z`,
      dateModified: `${issue.updated ?? issue.date}T12:00:00Z`,
      inLanguage: business.language,
      author: { name: business.name, url: `${SITE_URL}/` },
      isPartOf: {
        "@type": "PublicationIssue",
        issueNumber: issue.issue,
        isPartOf: {
          "@type": "PublicationVolume",
          volumeNumber: issue.volume,
          isPartOf: { "@type": "Periodical", name: business.ezine.name, url: `${SITE_URL}/ezine` },
        },
      },
    });
    const crumbs = ofType(things, "BreadcrumbList")?.itemListElement;
    expect(crumbs).toMatchObject([
      { position: 1, item: `${SITE_URL}/` },
      { position: 2, item: `${SITE_URL}/ezine` },
      { position: 3, name: issue.title },
    ]);
    const words = html.replace(/<[^>]+>/g, "").replace(/\s+/g, " ");
    expect(words).toContain(`${issue.volume}, no. ${issue.issue} (`);
    const text = await fetch(`${SITE_URL}/ezine/text/${issue.slug}`);
    expect([text.status, text.url]).toEqual([200, `${url}.txt`]);
    expect(await text.text()).toContain(url);
  });
}

test("services, cases, worksheets and topics tell the way to them, by addresses that are there", async () => {
  const shelves = topics.map(({ slug, name }) => ({ path: `/ezine/topics/${slug}`, title: name }));
  for (const { path, title } of [...services, ...caseStudies, ...resources, ...shelves]) {
    const crumbs = z
      .array(z.object({ position: z.number(), name: z.string(), item: z.string().optional() }))
      .parse(ofType((await pageAt(path)).things, "BreadcrumbList")?.itemListElement);
    expect(crumbs.map(({ position }) => position)).toEqual([1, 2, 3]);
    expect(crumbs[2]?.name).toBe(title);
    for (const { item } of crumbs.slice(0, 2)) expect((await fetch(item ?? "")).status).toBe(200);
  }
});

test("every old address leads in one step to where its page lives now, for good", async () => {
  for (const { from, to } of redirects) {
    const answer = await fetch(SITE_URL + from, { redirect: "manual" });
    expect([from, answer.status, answer.headers.get("location")]).toEqual([from, 308, to]);
    expect((await fetch(SITE_URL + to)).status).toBe(200);
  }
});

test("feeds are told apart by their types and known again by their tags", async () => {
  for (const [path, type] of [
    ["/ezine/feed.xml", "application/atom+xml; charset=utf-8"],
    ["/ezine/rss.xml", "application/rss+xml; charset=utf-8"],
    ["/ezine/feed.json", "application/feed+json; charset=utf-8"],
  ] as const) {
    const first = await fetch(SITE_URL + path);
    expect([first.status, first.headers.get("content-type")]).toEqual([200, type]);
    const tag = first.headers.get("etag") ?? "";
    const again = await fetch(SITE_URL + path, { headers: { "If-None-Match": tag } });
    expect([again.status, await again.text()]).toEqual([304, ""]);
  }
});
