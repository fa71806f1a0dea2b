import { IncomingMessage } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { isForm, isFromOurs, pathOf } from "./guards";

function asked(headers: Record<string, string>): IncomingMessage {
  return Object.assign(new IncomingMessage(new Socket()), { headers });
}

test.each([
  ["climbing up", "/../etc/passwd", "bad-request"],
  ["climbing up, encoded", "/%2e%2e/etc/passwd", "bad-request"],
  ["a dot", "/about/./x", "bad-request"],
  ["an encoded slash", "/..%2fetc", "bad-request"],
  ["a backslash", "/\\evil.example", "bad-request"],
  ["an encoded backslash", "/%5cevil.example", "bad-request"],
  ["a NUL", "/about%00.html", "bad-request"],
  ["a line end", "/about%0d%0aSet-Cookie:x", "bad-request"],
  ["half an encoding", "/%e0%a4%a", "bad-request"],
  ["no path at all", "*", "bad-request"],
  ["another site's address in front", "//evil.example/", "not-found"],
  ["what was encoded twice", "/%252e%252e/etc", "not-found"],
  ["a hundred kilobytes of query", `/?${"a".repeat(100_000)}`, "too-long"],
])("%s is turned away", (_what, url, why) => {
  expect(pathOf(url)).toEqual({ ok: false, why });
});

test("an ordinary address is taken apart, and a query may hold anything", () => {
  const path = { ok: true, pathname: "/ezine", query: "topic=cash?&x=%ff/../" };
  expect(pathOf("/ezine?topic=cash?&x=%ff/../")).toEqual(path);
});

const SITE = "https://www.example.com";

test.each([
  ["a browser that says same-origin", { "sec-fetch-site": "same-origin", origin: SITE }],
  ["a browser that says only its origin", { origin: SITE }],
  ["a visitor by another name of this machine", { origin: "http://127.0.0.1:3000", host: "127.0.0.1:3000" }],
  ["a program that says nothing", {}],
])("a form from %s is ours", (_what, headers) => {
  expect(isFromOurs(asked(headers), SITE, false)).toBe(true);
});

test.each([
  ["another site", { "sec-fetch-site": "cross-site" }],
  ["a neighbour under the same domain", { "sec-fetch-site": "same-site", origin: SITE }],
  ["another origin", { origin: "https://evil.example", host: "www.example.com" }],
  ["an origin that hides", { origin: "null" }],
  [
    "an origin that claims a host no proxy gave",
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
  ],
])("a form from %s is not ours", (_what, headers) => {
  expect(isFromOurs(asked(headers), SITE, false)).toBe(false);
});

test("only forms are forms", () => {
  expect(isForm(asked({ "content-type": "multipart/form-data; boundary=x" }))).toBe(true);
  expect(isForm(asked({ "content-type": "application/x-www-form-urlencoded;charset=UTF-8" }))).toBe(true);
  expect(isForm(asked({ "content-type": "application/json" }))).toBe(false);
  expect(isForm(asked({ "content-type": "multipart/form-data" }))).toBe(false);
  expect(isForm(asked({}))).toBe(false);
});
