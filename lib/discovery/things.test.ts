import { expect, test } from "vitest";
import { content } from "@/lib/content/content";
import { contentOf, issueFile } from "@/lib/content/fixture";
import { siteAt } from "@/lib/site";
import { articleThing } from "./article";
import { breadcrumbsThing } from "./breadcrumbs";
import { businessThing, websiteThing } from "./business";
import { jsonLd } from "./thing";

const ORIGIN = "https://harbor.example.com";

function one() {
  const dir = contentOf({ "ezine/six.mdx": issueFile(6, 6, "A story.\n", "updated: 2008-07-01\n") });
  const { issues, topics } = content(dir);
  return { issues, topics, site: siteAt(ORIGIN, dir) };
}

test("no words can end the element they stand in", () => {
  const written = jsonLd([{ "@type": "Thing", name: "</script><!--<script>" }]);
  expect(written).not.toContain("<");
  expect(JSON.parse(written)["@graph"][0].name).toBe("</script><!--<script>");
});

test("the business is where its own facts say, under the address others refer to it by", () => {
  const { site } = one();
  expect(businessThing(site)).toMatchObject({
    "@type": ["Organization", "ProfessionalService"],
    "@id": `${ORIGIN}/#business`,
    name: "Harbor Advice",
    telephone: "+15550100",
    address: { streetAddress: "1 Quay", postalCode: "01950", addressCountry: "US" },
  });
});

test("the search of the site is described so that a program can fill it in", () => {
  expect(websiteThing(one().site)).toMatchObject({
    potentialAction: { target: { urlTemplate: `${ORIGIN}/search?q={search_term_string}` } },
  });
});

test("a letter is an article of an issue of a volume of the periodical", () => {
  const { issues, topics, site } = one();
  const [issue] = issues;
  expect(issue && articleThing(issue, topics.slice(0, 1), site)).toMatchObject({
    headline: "Letter 6.6",
    datePublished: "2008-06-10T12:00:00Z",
    dateModified: "2008-07-01T12:00:00Z",
    keywords: ["Cash"],
    image: `${ORIGIN}/ezine/six/opengraph-image`,
    isPartOf: {
      "@type": "PublicationIssue",
      issueNumber: 6,
      isPartOf: {
        "@type": "PublicationVolume",
        volumeNumber: 6,
        isPartOf: { "@type": "Periodical", name: "Harbor Letter" },
      },
    },
  });
});

test("the way to a page begins at the first page and ends with its name", () => {
  const way = breadcrumbsThing([{ href: "/services", label: "Services" }], "A clear day", one().site);
  expect(way.itemListElement).toEqual([
    { "@type": "ListItem", position: 1, name: "Harbor Advice", item: `${ORIGIN}/` },
    { "@type": "ListItem", position: 2, name: "Services", item: `${ORIGIN}/services` },
    { "@type": "ListItem", position: 3, name: "A clear day" },
  ]);
});
