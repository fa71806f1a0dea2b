import type { ReactNode } from "react";
import { AtSign } from "@/components/brand/at-sign";
import type { SiteLink } from "@/lib/sections";

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
