import { writeIssue } from "@/emails/issue/write";
import { content } from "@/lib/content/content";
import type { IssueLetter } from "@/lib/delivery/issue-letter";

/** What most newsletters weigh; a letter of ours is lighter. */
const WEIGHT = 35 * 1024;

/** The newest issue as mail under another name, made as heavy as other people's letters. */
export function heavyLetter(name: string): IssueLetter {
  const issue = content().issues.at(-1);
  if (!issue) throw new Error("there is no issue to send");
  const letter = writeIssue(issue);
  const paragraphs = [...letter.html.matchAll(/<p style="[^"]*">[^%]*?<\/p>/g)].map(
    ([paragraph]) => paragraph,
  );
  let more = "";
  for (let place = 0; letter.html.length + letter.text.length + more.length < WEIGHT; place++)
    more += `${paragraphs[place % paragraphs.length]}\n`;
  return { ...letter, issue: name, html: letter.html.replace("</body>", `${more}</body>`) };
}
