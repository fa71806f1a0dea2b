import { Turn } from "@/components/figures/turn";
import { LineList } from "@/components/page/line-list";
import type { CaseStudy, Home } from "@/lib/content/content";
import { PartHead } from "./part-head";

type ProofProps = { words: Home["proof"]; caseStudies: readonly CaseStudy[] };

/** What the work came to: a case for each movement, its figure first. */
export function Proof({ words, caseStudies }: ProofProps) {
  const oneEach = [...Map.groupBy(caseStudies, (it) => it.movement).values()].flatMap((it) => it.slice(0, 1));
  return (
    <section className="part">
      <PartHead words={words} />
      <LineList
        lines={oneEach.map(({ path, title, summary, figure }) => ({
          href: path,
          title,
          text: summary,
          mark: <Turn before={figure.before} after={figure.after} unit={figure.unit} />,
        }))}
      />
    </section>
  );
}
