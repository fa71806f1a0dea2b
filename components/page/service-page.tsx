import { Turn } from "@/components/figures/turn";
import { Prose } from "@/components/prose";
import { content, type Service } from "@/lib/content/content";
import { page } from "@/lib/content/pages";
import { Ask } from "./ask";
import { LineList } from "./line-list";
import { MovementKicker } from "./movement-kicker";
import { Opening } from "./opening";

/** One service: what happens, what it takes, what is left afterward, and when to leave it alone. */
export function ServicePage({ service }: { service: Service }) {
  const { caseStudies, resources } = content();
  const worksheets = resources
    .filter((it) => it.movement === service.movement)
    .map(({ path, title, summary }) => ({
      href: path,
      title,
      text: summary,
      mark: <p className="caps">Worksheet</p>,
    }));
  const cases = caseStudies
    .filter((it) => it.movement === service.movement)
    .map(({ path, title, summary, figure }) => ({
      href: path,
      title,
      text: summary,
      mark: <Turn {...figure} />,
    }));
  return (
    <>
      <Opening
        trail={[{ href: "/services", label: page("services").title }]}
        movement={service.movement}
        kicker={<MovementKicker movement={service.movement} />}
        title={service.title}
        standfirst={service.summary}
      />
      <div className="spread">
        <Prose entry={service} />
        <aside className="aside terms" aria-label="In short">
          <h2 className="caps">What it takes</h2>
          <p>{service.takes}</p>
          <h2 className="caps">What you have afterward</h2>
          <ul>
            {service.leavesYouWith.map((thing) => (
              <li key={thing}>{thing}</li>
            ))}
          </ul>
          <h2 className="caps">When not to buy it</h2>
          <p>{service.notWhen}</p>
        </aside>
      </div>
      <Ask />
      <section className="part">
        <header className="part-head">
          <h2>See it first</h2>
        </header>
        <LineList lines={[...cases, ...worksheets]} />
      </section>
    </>
  );
}
