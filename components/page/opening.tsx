import type { ReactNode } from "react";
import { AtSign } from "@/components/brand/at-sign";
import { JsonLd } from "@/components/json-ld";
import { breadcrumbsThing } from "@/lib/discovery/breadcrumbs";
import type { SiteLink } from "@/lib/sections";
import { thisSite } from "@/lib/site";

type OpeningProps = {
  kicker?: ReactNode;
  title: string;
  standfirst?: string;
  /** The pages above this one. */
  trail?: readonly SiteLink[];
};

/** The head of a page: a kicker in the margin, the title across, a sentence on what is here. */
export function Opening({ kicker, title, standfirst, trail }: OpeningProps) {
  return (
    <>
      {trail ? <Trail links={trail} /> : null}
      {trail ? <JsonLd things={[breadcrumbsThing(trail, title, thisSite())]} /> : null}
      <header className="opening">
        <AtSign />
        {kicker ? <p className="kicker">{kicker}</p> : null}
        <h1>{title}</h1>
        {standfirst ? <p className="standfirst">{standfirst}</p> : null}
      </header>
    </>
  );
}

function Trail({ links }: { links: readonly SiteLink[] }) {
  return (
    <nav aria-label="Where this is">
      <ol className="trail">
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ol>
    </nav>
  );
}
