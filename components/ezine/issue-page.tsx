import type { ReactNode } from "react";
import { Breadcrumbs } from "@/components/breadcrumbs";
import { LineList } from "@/components/page/line-list";
import { content, type Issue } from "@/lib/content/content";
import { opensLong } from "@/lib/content/opens-long";
import { page } from "@/lib/content/pages";
import { proseOf } from "@/lib/content/prose";
import { reactOf } from "@/lib/content/react";
import { topicsOf } from "@/lib/ezine/archive";
import { neighbours, numberOf } from "@/lib/ezine/issues";
import { relatedIssues, relatedResources, seriesOf } from "@/lib/ezine/related";
import { Citation } from "./citation";
import { IssueMasthead } from "./issue-masthead";
import { IssueNotes } from "./issue-notes";
import { NeighbourLinks } from "./neighbour-links";

/** One letter, whole, with what goes with it; `children` stand right after its last word. */
export function IssuePage({ issue, children }: { issue: Issue; children: ReactNode }) {
  const { business } = content();
  const { tree, minutes } = proseOf(issue);
  const lines = [
    ...relatedResources(issue).map(({ path, title, summary }) => ({
      href: path,
      title,
      text: summary,
      mark: <p className="caps">Worksheet</p>,
    })),
    ...relatedIssues(issue).map(({ path, title, summary, ...number }) => ({
      href: path,
      title,
      text: summary,
      mark: <p className="caps">{numberOf(number)}</p>,
    })),
  ];
  return (
    <>
      <Breadcrumbs above={[{ href: "/ezine", label: page("ezine").title }]} title={issue.title} />
      <article className="letter">
        <IssueMasthead issue={issue} ezineName={business.ezine.name} minutes={minutes} />
        <div className="spread">
          <div className={opensLong(tree) ? "prose letter-text initial" : "prose letter-text"}>
            {reactOf(tree)}
          </div>
          <IssueNotes issue={issue} topics={topicsOf(issue)} series={seriesOf(issue)} />
        </div>
        <div className="spread">
          <div className="text">
            <Citation issue={issue} publisher={business.name} ezineName={business.ezine.name} />
          </div>
        </div>
      </article>
      {children}
      <NeighbourLinks {...neighbours(issue)} />
      <section className="part goes-with">
        <header className="part-head">
          <h2>Goes with this</h2>
        </header>
        <LineList lines={lines} />
      </section>
    </>
  );
}
