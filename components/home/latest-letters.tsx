import { IssueList } from "@/components/ezine/issue-list";
import type { Home, Issue } from "@/lib/content/content";
import { PartHead } from "./part-head";

type LatestLettersProps = { words: Home["letter"]; issues: readonly Issue[] };

/** The newest letters, as the contents page of the periodical would have them. */
export function LatestLetters({ words, issues }: LatestLettersProps) {
  return (
    <section className="part">
      <PartHead words={words} />
      <IssueList issues={issues} mixed />
    </section>
  );
}
