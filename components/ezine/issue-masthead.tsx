import { TitleText } from "@/components/page/title-text";
import type { Issue } from "@/lib/content/content";
import { dayInWords } from "@/lib/dates";
import { numberOf } from "@/lib/ezine/issues";

type IssueMastheadProps = { issue: Issue; ezineName: string; minutes: number };

/** The head of one issue: the periodical's name, its number and day, the title, the epigraph. */
export function IssueMasthead({ issue, ezineName, minutes }: IssueMastheadProps) {
  return (
    <header className="opening issue-head" data-issue={issue.issue}>
      <p className="kicker">
        <a href="/ezine">{ezineName}</a>
        <span className="issue-vol">{numberOf(issue)}</span>
        <time dateTime={issue.date}>{dayInWords(issue.date)}</time>
        <span className="issue-minutes">{minutes} minutes to read</span>
      </p>
      <h1>
        <TitleText title={issue.title} />
      </h1>
      {issue.epigraph ? (
        <blockquote className="epigraph">
          <p>{issue.epigraph.text}</p>
          <cite>{issue.epigraph.attribution}</cite>
        </blockquote>
      ) : null}
    </header>
  );
}
