import { TitleText } from "@/components/page/title-text";
import type { Issue } from "@/lib/content/content";
import { monthInWords } from "@/lib/dates";

type IssueListProps = {
  issues: readonly Issue[];
  /** Of several volumes, so each line names its own. */
  mixed?: boolean;
};

/** Issues as a contents page has them: number, title, month, and what each is about. */
export function IssueList({ issues, mixed }: IssueListProps) {
  return (
    <ol className="issues">
      {issues.map((issue) => (
        <li key={issue.slug} className="issue-line">
          <p className="issue-number" aria-hidden="true">
            {mixed ? `${issue.volume}.${issue.issue}` : issue.issue}
          </p>
          <h3>
            <a href={issue.path}>
              <TitleText title={issue.title} />
            </a>
          </h3>
          <p className="note">
            <span className="sr">
              Volume {issue.volume}, issue {issue.issue},{" "}
            </span>
            <time dateTime={issue.date}>{monthInWords(issue.date)}</time>
          </p>
          <p className="issue-summary">{issue.summary}</p>
        </li>
      ))}
    </ol>
  );
}
