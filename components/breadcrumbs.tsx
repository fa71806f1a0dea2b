import type { PageSlug } from "@/lib/content/addresses";
import { page } from "@/lib/content/pages";
import { breadcrumbsThing } from "@/lib/discovery/breadcrumbs";
import { thisSite } from "@/lib/site";
import { JsonLd } from "./json-ld";

/** For machines, the way from the first page through its section to a page; readers see it in the page's opening. */
export function Breadcrumbs({ section, title }: { section: PageSlug; title: string }) {
  const above = page(section);
  const trail = [{ href: above.path, label: above.title }];
  return <JsonLd things={[breadcrumbsThing(trail, title, thisSite())]} />;
}
