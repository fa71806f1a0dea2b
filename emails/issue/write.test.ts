import { expect, test } from "vitest";
import { issues } from "@/lib/ezine/issues";
import { writeIssue } from "./write";

const letters = issues().map((issue) => writeIssue(issue));

/** Every tag, property and rule that an issue's mail is made of; each is known to the mail programs that matter. */
const TAGS = [
  ..."!DOCTYPE html head meta title style body div table tr td th thead tbody p h1 h2 h3 h4 br a em strong".split(
    " ",
  ),
  ..."ul ol li blockquote img hr span code del sup".split(" "),
];
const PROPERTIES = [
  ..."margin padding background-color display max-height max-width overflow height".split(" "),
  ..."font-family font-size font-style font-weight line-height letter-spacing color text-align".split(" "),
  "text-decoration",
  ..."border border-top border-bottom border-left border-collapse".split(" "),
];

function used(pattern: RegExp, html: string): Set<string> {
  return new Set([...html.matchAll(pattern)].map(([, name = ""]) => name));
}

test("an issue's mail is made of nothing that mail programs do not know", () => {
  for (const { html } of letters) {
    const tags = used(/<([!a-z][a-z0-9]*)/gi, html.replace(/<!--.*?-->/gs, ""));
    expect([...tags].filter((tag) => !TAGS.includes(tag))).toEqual([]);
    const styles = [...used(/ style="([^"]*)"/g, html)].flatMap((style) => style.split(";"));
    const properties = new Set(styles.map((style) => style.split(":")[0]?.trim() ?? "").filter(Boolean));
    expect([...properties].filter((property) => !PROPERTIES.includes(property))).toEqual([]);
    expect(html).not.toMatch(/var\(|@import|url\(|javascript:|<script|\son\w+=/i);
  }
});

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
