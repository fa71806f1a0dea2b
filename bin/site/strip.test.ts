import { expect, test } from "vitest";
import { withoutScripts } from "./scripts";
import { atOrigin, forReaders } from "./strip";

const JSON_LD = '<script type="application/ld+json">{"name":"a \\u003c b"}</script>';

test.each([
  ["an inline script", "<p>a</p><script>run()</script><p>b</p>", "<p>a</p><p>b</p>"],
  ["a script from a file", '<p>a</p><script src="/a.js" async=""></script>', "<p>a</p>"],
  ["a module", '<script type="module">run()</script>', ""],
  ["rules for fetching ahead", '<script type="speculationrules">{}</script>', ""],
  [
    "a script that calls itself data but loads a file",
    '<script type="application/json" src="/a.js"></script>',
    "",
  ],
  ["a script in capitals with odd spaces", "<SCRIPT\n>run()</SCRIPT\t>b", "b"],
  ["a script with > in an attribute", '<script data-a="1 > 0">run()</script>b', "b"],
  ["a script whose text looks like tags", '<script>"<p></p><style>"</script>b', "b"],
  ["a script that never ends", "a<script>run()", "a"],
  ["a preload of a script", '<link rel="preload" as="script" href="/a.js"/>b', "b"],
  ["a preload of a script, attributes the other way round", "<link href=/a.js as=script rel=preload>b", "b"],
  ["a module preload", '<link rel="modulepreload" href="/a.js">b', "b"],
])("cuts out %s", (_what, html, left) => {
  expect(withoutScripts(html)).toBe(left);
});

test.each([
  ["a block of JSON-LD", `<p>a</p>${JSON_LD}<p>b</p>`],
  [
    "a style sheet and the preload of a font",
    '<link rel="stylesheet" href="/a.css"><link rel="preload" as="font">',
  ],
  ["a word that only begins like script", "<scripture>a</scripture>"],
  ["a script that is only shown", "<textarea><script>run()</script></textarea><title><script></title>"],
  ["a script in a comment", "<!-- <script>run()</script> --><p>a</p>"],
  ["a script in an attribute", '<p title="<script>run()</script>">a</p>'],
  ["a lone <", "<p>1 < 2</p>"],
])("leaves %s alone", (_what, html) => {
  expect(withoutScripts(html)).toBe(html);
});

test("what comes after a block of data is still looked at", () => {
  expect(withoutScripts(`${JSON_LD}<script>run()</script>b`)).toBe(`${JSON_LD}b`);
});

test("React's markers go, other comments stay", () => {
  expect(forReaders('<div hidden=""><!--$--><!--/$--></div><!--$--><p>a</p><!--/$--><!-- kept -->')).toBe(
    "<p>a</p><!-- kept -->",
  );
});

test.each([
  ["plain", '"https://origin.invalid/a"', '"http://localhost:4000/a"'],
  ["in JSON", '"https:\\/\\/origin.invalid\\/a"', '"http:\\/\\/localhost:4000\\/a"'],
  ["in a query", "?u=https%3A%2F%2Forigin.invalid%2Fa", "?u=http%3A%2F%2Flocalhost%3A4000%2Fa"],
  ["in a query in small letters", "?u=https%3a%2f%2forigin.invalid", "?u=http%3a%2f%2flocalhost%3a4000"],
  ["as entities", "https:&#x2F;&#x2F;origin.invalid", "http:&#x2F;&#x2F;localhost:4000"],
  ["as a host alone", "tag:origin.invalid,2003:x", "tag:localhost:4000,2003:x"],
])("the real origin is put in where the stand-in is written %s", (_how, before, after) => {
  expect(atOrigin(before, "http://localhost:4000")).toBe(after);
});

test("a form that goes to its own page has no address rather than an empty one", () => {
  expect(forReaders('<form action="" encType="multipart/form-data"><input value=""/></form>')).toBe(
    '<form encType="multipart/form-data"><input value=""/></form>',
  );
  expect(forReaders('<form class="a" action="/search">')).toBe('<form class="a" action="/search">');
});

test("the styles are asked for before the fonts, without which a page can be read", () => {
  const font = (name: string) => `<link rel="preload" href="/${name}.woff2" as="font" crossorigin=""/>`;
  const styles = '<link rel="stylesheet" href="/a.css"/><link rel="stylesheet" href="/b.css"/>';
  expect(forReaders(`<head>${font("a")}${font("b")}${styles}<title>A</title>`)).toBe(
    `<head>${styles}${font("a")}${font("b")}<title>A</title>`,
  );
});
