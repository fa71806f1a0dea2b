import { content, type Issue } from "./content/content";
import { homePage } from "./content/pages";
import { issueBySlug, numberOf } from "./ezine/issues";
import { nameOfMovement } from "./movements";

/** What the share card of a page says. */
export interface ShareCard {
  /** Address of the page it is for. */
  path: string;
  kicker: string;
  title: string;
}

const FRONT = "/share-card/home";

/** The cards of all pages but the letters. */
export function shareCards(): ShareCard[] {
  const { business, caseStudies, pages, resources, services, topics } = content();
  return [
    { path: "/", kicker: business.tagline.join(" "), title: homePage().title },
    ...pages.map(({ path, kicker, title }) => ({ path, kicker: kicker ?? business.name, title })),
    ...[...services, ...caseStudies, ...resources].map(({ path, movement, title }) => ({
      path,
      kicker: nameOfMovement(movement),
      title,
    })),
    ...topics.map(({ slug, name }) => ({
      path: `/ezine/topics/${slug}`,
      kicker: business.ezine.name,
      title: name,
    })),
  ];
}

/** The card of a letter. */
export function letterCard({ path, title, ...issue }: Issue): ShareCard {
  return { path, kicker: `${content().business.ezine.name} · ${numberOf(issue)}`, title };
}

/** Where the picture for a page lies; pages without one of their own show that of the first page. */
export function cardAddress(path: string): string {
  if (issueBySlug(path.replace(/^\/ezine\//, ""))) return `${path}/opengraph-image`;
  const own = path !== "/" && shareCards().some((card) => card.path === path);
  return own ? `/share-card${path}` : FRONT;
}
