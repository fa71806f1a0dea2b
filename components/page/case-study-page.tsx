import { Slope } from "@/components/figures/slope";
import { Turn } from "@/components/figures/turn";
import { Prose } from "@/components/prose";
import { type CaseStudy, content } from "@/lib/content/content";
import { page } from "@/lib/content/pages";
import { Ask } from "./ask";
import { LineList } from "./line-list";
import { MovementKicker } from "./movement-kicker";
import { Opening } from "./opening";

/** One case: the figure that sums it up, the story, and others to go on to. */
export function CaseStudyPage({ caseStudy }: { caseStudy: CaseStudy }) {
  const { figure, movement, sector } = caseStudy;
  const others = content().caseStudies.filter((it) => it.slug !== caseStudy.slug);
  const near = others.toSorted((a, b) => Number(b.movement === movement) - Number(a.movement === movement));
  return (
    <>
      <Opening
        trail={[{ href: "/case-studies", label: page("case-studies").title }]}
        movement={movement}
        kicker={<MovementKicker movement={movement}>{sector}</MovementKicker>}
        title={caseStudy.title}
        standfirst={caseStudy.summary}
      />
      <Slope figure={figure} />
      <div className="spread">
        <Prose entry={caseStudy} />
      </div>
      <Ask />
      <section className="part">
        <header className="part-head">
          <h2>Other cases</h2>
        </header>
        <LineList
          lines={near.slice(0, 3).map(({ path, title, summary, figure }) => ({
            href: path,
            title,
            text: summary,
            mark: <Turn {...figure} />,
          }))}
        />
      </section>
    </>
  );
}
