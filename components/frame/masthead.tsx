import { MovementSign } from "@/components/brand/movement-sign";
import { Nameplate } from "@/components/brand/nameplate";
import type { NamedMovement } from "@/lib/movements";
import type { SiteLink } from "@/lib/sections";
import { SectionLinks } from "./section-links";

type MastheadProps = {
  name: string;
  movements: readonly NamedMovement[];
  sections: readonly SiteLink[];
  ears: readonly SiteLink[];
};

/** The head of every page: name, tagline, sections. On a phone the sections open over the page, without a script. */
export function Masthead({ name, movements, sections, ears }: MastheadProps) {
  return (
    <header className="masthead">
      <ul className="ears">
        {ears.map(({ href, label }) => (
          <li key={href}>
            <a href={href}>{label}</a>
          </li>
        ))}
      </ul>
      <div className="plate">
        <Nameplate name={name} />
        <ul className="tagline caps">
          {movements.map(({ movement, name }) => (
            <li key={movement}>
              <a href={`/services#${movement}`}>
                <MovementSign movement={movement} />
                {name}
              </a>
            </li>
          ))}
        </ul>
      </div>
      <button type="button" className="menu" popoverTarget="sections">
        Sections
      </button>
      <nav className="sections" id="sections" popover="auto" aria-label="Sections">
        <button type="button" className="close" popoverTarget="sections" popoverTargetAction="hide">
          Close
        </button>
        <SectionLinks links={sections} />
      </nav>
    </header>
  );
}
