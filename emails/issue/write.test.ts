import { expect, test } from "vitest";
import { issues } from "@/lib/ezine/issues";
import { writeIssue } from "./write";

const letters = issues().map((issue) => writeIssue(issue));

function used(pattern: RegExp, html: string): Set<string> {
  return new Set([...html.matchAll(pattern)].map(([, name = ""]) => name));
}

test("what stands on paper of another colour in the dark has another ink there", () => {
  for (const { html } of letters) {
    const [, sheet = ""] = /<style>(.*?)<\/style>/s.exec(html) ?? [];
    const inks = used(/<(h\d|p|li|td|th|a)\b[^>]* style="[^"]*(?<!-)color:/g, html);
    for (const tag of inks) expect(sheet).toMatch(new RegExp(`\\.paper ${tag}\\b`));
  }
});

test("the way out comes before the letter, and again after it", () => {
  for (const { html } of letters) {
    const first = html.indexOf("%%unsubscribe%%");
    expect(first).toBeLessThan(html.indexOf("<h1"));
    expect(html.lastIndexOf("%%unsubscribe%%")).toBeGreaterThan(html.indexOf("</h1>"));
    expect(first).toBeGreaterThan(0);
  }
});

test("the plain text is typeset: no line over 72 columns but for an address, nothing of HTML left", () => {
  for (const { text } of letters) {
    const long = text.split("\n").filter((line) => line.length > 72 && !/https?:\/\//.test(line));
    expect(long).toEqual([]);
    expect(text).not.toMatch(/<\/?[a-z]+>|&[a-z]+;/);
  }
});
