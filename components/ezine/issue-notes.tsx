import type { Issue } from "@/lib/content/content";
import type { Topic } from "@/lib/content/schemas";
import type { Series } from "@/lib/ezine/related";
import { SeriesNav } from "./series-nav";

type IssueNotesProps = { issue: Issue; topics: readonly Topic[]; series?: Series };

/** What stands in the margin of an issue: its series and its topics. */
export function IssueNotes({ issue, topics, series }: IssueNotesProps) {
  return (
    <aside className="margin issue-notes" aria-label="About this letter">
      {series ? <SeriesNav series={series} here={issue} /> : null}
      <div>
        <h2 className="caps">On</h2>
        <ul className="topics">
          {topics.map(({ slug, name }) => (
            <li key={slug}>
              <a href={`/ezine/topics/${slug}`}>{name}</a>
            </li>
          ))}
        </ul>
      </div>
    </aside>
  );
}
