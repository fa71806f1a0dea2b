/** Where the rules for fetching ahead are served. */
export const SPECULATION_PATH = "/speculation-rules.json";
export const SPECULATION_TYPE = "application/speculationrules+json";

/** Pages with a person's token, the owner's pages, downloads, answers to a form and what asks the database are not fetched ahead. */
const NEVER = [
  "/desk",
  "/desk/*",
  "/kept-mail",
  "/kept-mail/*",
  "/health/*",
  "/metrics",
  "/ezine/confirm/*",
  "/ezine/unsubscribe/*",
  "/ezine/preferences/*",
  "/ezine/goodbye/*",
  "/ezine/never/*",
  "/ezine/done/*",
  "/resources/*/result",
  "/resources/*/result?*",
  "/search",
  "/search?*",
  "/*.*",
];

const readable = {
  and: [
    { href_matches: "/*" },
    { not: { href_matches: NEVER } },
    { not: { selector_matches: "[download], [rel~=nofollow], [target=_blank]" } },
  ],
};

/** The rules: a page is fetched as soon as a link is touched and made ready as soon as a pointer rests on it. */
export const speculationRules = JSON.stringify({
  prefetch: [{ where: readable, eagerness: "conservative" }],
  prerender: [{ where: readable, eagerness: "moderate" }],
});
