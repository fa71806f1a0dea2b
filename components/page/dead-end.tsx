import type { ReactNode } from "react";
import type { SiteLink } from "@/lib/sections";
import { OpeningHead } from "./opening-head";

type DeadEndProps = { kicker: string; title: string; children: ReactNode; ways: readonly SiteLink[] };

/** A page nobody meant to come to: what happened, in one sentence, and the ways on from here. */
export function DeadEnd({ kicker, title, children, ways }: DeadEndProps) {
  return (
    <>
      <OpeningHead kicker={kicker} title={title} />
      <div className="spread">
        <div className="text">
          <p className="standfirst">{children}</p>
          <ul className="ways">
            {ways.map(({ href, label }) => (
              <li key={href} className="go">
                <a href={href}>{label}</a>
              </li>
            ))}
          </ul>
        </div>
      </div>
    </>
  );
}
