import { AtSign } from "@/components/brand/at-sign";
import type { Business } from "@/lib/content/schemas";
import type { SiteLink } from "@/lib/sections";

type ColophonProps = { business: Business; sections: readonly SiteLink[]; more: readonly SiteLink[] };

/** The foot of every page: how to reach the house, and everything there is to read. */
export function Colophon({ business, sections, more }: ColophonProps) {
  const { address, email, name, since, tagline, telephone, telephoneLink } = business;
  return (
    <footer className="colophon">
      <AtSign />
      <div className="colophon-columns">
        <div>
          <p className="caps">
            {tagline.map((line) => (
              <span key={line} className="line">
                {line}{" "}
              </span>
            ))}
          </p>
          <address>
            <span>{name}</span>
            <span>{address.street}</span>
            <span>
              {address.city}, {address.region} {address.postalCode}
            </span>
            <a href={`tel:${telephoneLink}`}>{telephone}</a>
            <a href={`mailto:${email}`}>{email}</a>
          </address>
        </div>
        <LinkColumn title="Sections" links={sections} />
        <LinkColumn title="To read" links={more} />
      </div>
      <p className="imprint">
        On the web since {since}. Set in Vollkorn and Figtree. No scripts, no cookies, no advertising.
      </p>
    </footer>
  );
}

function LinkColumn({ title, links }: { title: string; links: readonly SiteLink[] }) {
  return (
    <nav aria-label={`${title}, at the foot`}>
      <p className="caps">{title}</p>
      <ul>
        {links.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
