import { MovementSign } from "@/components/brand/movement-sign";
import type { Home } from "@/lib/content/content";

/** The tagline as the table of contents it is: three movements, one line each. */
export function Movements({ movements }: { movements: Home["movements"] }) {
  return (
    <section className="movements" aria-label="What we help with">
      {movements.map(({ movement, heading, text, href, linkLabel }) => (
        <div key={movement} className="movement">
          <MovementSign movement={movement} />
          <h2>{heading}</h2>
          <p>{text}</p>
          <p className="go">
            <a href={href}>{linkLabel}</a>
          </p>
        </div>
      ))}
    </section>
  );
}
