import { TitleText } from "@/components/page/title-text";
import type { Issue } from "@/lib/content/content";
import { type Neighbours, numberOf } from "@/lib/ezine/issues";

/** The letter before and the letter after; at either end, where the archive stops. */
export function NeighbourLinks({ previous, next }: Neighbours) {
  return (
    <nav className="neighbours" aria-label="Letters before and after">
      <Neighbour
        issue={previous}
        relation="Previous letter"
        none="This is the oldest letter here."
        rel="prev"
      />
      <Neighbour issue={next} relation="Next letter" none="This is the newest letter." rel="next" />
    </nav>
  );
}

type NeighbourProps = { issue: Issue | undefined; relation: string; none: string; rel: "prev" | "next" };

function Neighbour({ issue, relation, none, rel }: NeighbourProps) {
  if (!issue) return <p className="note">{none}</p>;
  return (
    <a href={issue.path} rel={rel}>
      <span className="caps">
        {relation}, {numberOf(issue)}
      </span>
      <span className="neighbour-title">
        <TitleText title={issue.title} />
      </span>
    </a>
  );
}
