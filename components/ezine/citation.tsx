import type { Issue } from "@/lib/content/content";
import { dayInWords } from "@/lib/dates";
import { absoluteUrl } from "@/lib/site";

type CitationProps = { issue: Issue; publisher: string; ezineName: string };

/** How to name this letter elsewhere, and the forms in which it can be had. */
export function Citation({ issue, publisher, ezineName }: CitationProps) {
  return (
    <p className="citation note">
      To cite this letter: {publisher}, “{issue.title},” <cite>{ezineName}</cite> {issue.volume}, no.{" "}
      {issue.issue} ({dayInWords(issue.date)}), <span className="address">{absoluteUrl(issue.path)}</span>.{" "}
      <span className="other-forms">
        Also as <a href={`${issue.path}.txt`}>plain text</a>.
      </span>
    </p>
  );
}
