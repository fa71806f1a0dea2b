import { IssueList } from "@/components/ezine/issue-list";
import type { Home, Issue } from "@/lib/content/content";

type LatestLettersProps = { words: Home["letter"]; issues: readonly Issue[] };

/** The newest letters, as the contents page of the periodical would have them. */
export function LatestLetters({ words, issues }: LatestLettersProps) {
  return (
    <section className="part">
      <header className="part-head">
        <h2>{words.heading}</h2>
        <p>{words.text}</p>
        <p className="go">
          <a href={words.href}>{words.linkLabel}</a>
        </p>
      </header>
      <IssueList issues={issues} mixed />
    </section>
  );
}
