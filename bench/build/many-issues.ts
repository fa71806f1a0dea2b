import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { content } from "@/lib/content/content";

/** Weekly, so that thousands of them still fit into years of four digits. */
const A_VOLUME = 50;
const A_WEEK = 7;

function dayOf(volume: number, issue: number): string {
  // Volume 1 was 2003, as the real ones have it.
  return new Date(Date.UTC(2002 + volume, 0, 1 + issue * A_WEEK)).toISOString().slice(0, 10);
}

/** Writes so many sound issues into a folder of content, after its own and made of their words: links, lists, series. */
export function writeManyIssues(dir: string, count: number): void {
  const { issues, topics } = content(dir);
  const bodies = issues.map(({ markdown }) => markdown);
  const first = Math.max(...issues.map(({ volume }) => volume)) + 1;
  for (let i = 0; i < count; i++) {
    const volume = first + Math.floor(i / A_VOLUME);
    const issue = 1 + (i % A_VOLUME);
    const topic = topics[i % topics.length];
    const other = topics[(i + 1 + (i % 3)) % topics.length];
    // Every fourth and fifth of ten are two parts of one story.
    const part = i % 10 === 3 ? 1 : i % 10 === 4 ? 2 : 0;
    const series = part === 0 ? "" : `series: A story from the ${i - part}th week\npart: ${part}\n`;
    const text = `---
volume: ${volume}
issue: ${issue}
title: What the week taught us, number ${i + 1}
date: ${dayOf(volume, issue)}
summary: An issue made for measuring, the ${i + 1}th of its kind, with the words of a real one.
topics: [${topic?.slug}, ${other?.slug}]
${series}---
This is issue name${i} of a long row. The one before it is [here](/ezine/week-${Math.max(0, i - 1)}).

${bodies[i % bodies.length]}`;
    writeFileSync(join(dir, "ezine", `week-${i}.mdx`), text);
  }
}
