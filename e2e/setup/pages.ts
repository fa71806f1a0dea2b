import { content } from "@/lib/content/content";
import { findable } from "@/lib/discovery/addresses";
import { problemKinds } from "@/lib/problems";

/** A worksheet filled in, as its own form asks for it. */
export const CASH_RESULT = "/resources/cash-runway/result?cash=12000&in=20000&out=18000&slow=12000";

/** One address of each kind of page that the site is made of. */
export function templates(): Record<string, string> {
  const { services, caseStudies, resources, issues } = content();
  const firstOf = (entries: readonly { path: string }[]) => entries[0]?.path ?? "";
  return {
    home: "/",
    section: "/services",
    service: firstOf(services),
    case: firstOf(caseStudies),
    resource: firstOf(resources),
    "tool result": CASH_RESULT,
    archive: "/ezine",
    issue: firstOf(issues),
    search: "/search?q=alliance",
    subscribe: "/ezine/subscribe",
    contact: "/contact",
  };
}

/** Every address that answers 200 and that a reader can come to without a link of their own. */
export function everyPage(): string[] {
  const { resources, topics } = content();
  return [
    ...new Set([
      ...findable().map(({ path }) => path),
      ...topics.map(({ slug }) => `/ezine/topics/${slug}`),
      `/ezine?topic=${topics[0]?.slug}`,
      "/search?q=alliance",
      "/search?q=aliance",
      "/search?q=zzzzzzzz",
      CASH_RESULT,
      ...resources.map(({ path }) => `${path}/result`),
      "/resources/sent",
      "/contact/sent",
      "/ezine/subscribe/check-your-mail",
      "/ezine/done/confirmed",
      ...["confirm", "unsubscribe", "preferences", "never"].map((kind) => `/ezine/${kind}/nonsense`),
      ...["not-found", ...problemKinds()].map((kind) => `/problem/${kind}`),
    ]),
  ];
}
