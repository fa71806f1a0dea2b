import { content } from "@/lib/content/content";
import { breadcrumbsThing } from "@/lib/discovery/breadcrumbs";
import type { SiteLink } from "@/lib/sections";
import { thisSite } from "@/lib/site";
import { JsonLd } from "./json-ld";

type BreadcrumbsProps = {
  /** The pages between the first page and this one. */
  above: readonly SiteLink[];
  title: string;
};

/** The way from the first page to this one: for readers as links, for machines as the same list. */
export function Breadcrumbs({ above, title }: BreadcrumbsProps) {
  return (
    <nav aria-label="Where this is">
      <ol className="trail">
        {[{ href: "/", label: content().business.name }, ...above].map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
        <li aria-current="page">{title}</li>
      </ol>
      <JsonLd things={[breadcrumbsThing(above, title, thisSite())]} />
    </nav>
  );
}
