import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { onTestFinished } from "vitest";

/** Files of a test's content, by path; a text is written as it is. */
export type Files = Record<string, string>;

/** Facts and topics that every site needs, for tests that are about something else. */
export const FACTS: Files = {
  "business.yaml": `name: Harbor Advice
legalName: Harbor Advice LLC
description: Advice for small builders.
tagline: [Get focused., Get control., Get growing.]
email: hello@harbor.example.com
telephone: 555-0100
telephoneLink: "+15550100"
address: { street: 1 Quay, city: Harbor, region: MA, postalCode: "01950", country: US }
since: 2003
language: en-US
timeZone: America/New_York
ezine: { name: Harbor Letter, frequency: monthly, promise: One letter a month., listId: letter.harbor.example.com }
mail: { from: hello@harbor.example.com, ezineFrom: letter@harbor.example.com, owner: ada@harbor.example.com }
`,
  "topics.yaml": `- { slug: cash, name: Cash, movement: control, summary: Seeing the thin month coming. }
- { slug: people, name: People, movement: growing, summary: Giving work away. }
`,
  "redirects.yaml": "- { from: /old.html, to: /about }\n",
};

/** Writes a content folder that vanishes with the test, and answers its path; FACTS are in it unless overwritten. */
export function contentOf(files: Files = {}): string {
  const root = mkdtempSync(join(tmpdir(), "content-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const dir = join(root, "content");
  for (const [path, text] of Object.entries({ ...FACTS, ...files })) {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  }
  return dir;
}

/** One issue's file; `more` are further lines of its heading. */
export function issueFile(volume: number, issue: number, body = "A story.\n", more = ""): string {
  const month = String(issue).padStart(2, "0");
  return `---
volume: ${volume}
issue: ${issue}
title: Letter ${volume}.${issue}
date: ${2002 + volume}-${month}-10
summary: What letter ${volume}.${issue} is about.
topics: [cash]
${more}---
${body}`;
}
