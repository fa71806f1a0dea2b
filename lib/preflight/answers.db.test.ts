import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { writeIssue } from "@/emails/issue/write";
import { db } from "../db/client";
import { activeReaders } from "../delivery/samples";
import { issues } from "../ezine/issues";
import { readToken } from "../tokens";
import { answerFindings } from "./answers";
import { web } from "./web";

const FORM = '<form method="post" action="/">';

/** Looks over an issue that leads to these paths of another site; a real server answers for both sites. */
async function found(
  links: string[],
  answer: (path: string, method: string) => [status: number, text?: string],
) {
  const asked: string[] = [];
  const server = createServer(({ url = "", method = "" }, response) => {
    asked.push(`${method} ${url}`);
    const [status, text] = answer(url, method);
    response.writeHead(status, status === 301 ? { location: "/moved" } : {}).end(text);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const { port } = server.address() as AddressInfo;
  const [issue] = issues();
  if (!issue) throw new Error("there is no issue");
  const html = links.map((path) => `<a href="http://127.0.0.1:${port}${path}">x</a>`).join("");
  const siteUrl = `http://localhost:${port}`;
  const letter = { ...writeIssue(issue), html, siteUrl, archivedAt: `${siteUrl}/ezine/one` };
  const findings = await answerFindings(letter, web);
  return {
    asked,
    of: Object.fromEntries(findings.map(({ name, state, detail }) => [name, [state, detail]])),
  };
}

test("links that answer are well, and each is asked once, for its head alone", async () => {
  const { asked, of } = await found(["/a", "/b", "/a"], () => [200, FORM]);
  expect(of["other sites"]).toEqual(["ok", "all 2 answer"]);
  expect(asked.filter((line) => /\/[ab]$/.test(line)).sort()).toEqual(["HEAD /a", "HEAD /b"]);
});

test("a page that is gone fails, one that is cross warns, one that moved is followed", async () => {
  const gone = await found(["/a", "/gone"], (path) => [path === "/gone" ? 410 : 200, FORM]);
  expect(gone.of["other sites"]).toEqual(["fail", expect.stringMatching(/not there: \S+\/gone$/)]);
  const cross = await found(["/a", "/b"], (path) => [path === "/b" ? 500 : 200, FORM]);
  expect(cross.of["other sites"]?.[0]).toBe("warn");
  const moved = await found(["/old"], (path) => [path === "/old" ? 301 : 200, FORM]);
  expect(moved.of["other sites"]?.[0]).toBe("ok");
});

test("a server that answers for no head is asked for the page", async () => {
  const { of } = await found(["/a"], (_path, method) => [method === "HEAD" ? 405 : 200, FORM]);
  expect(of["other sites"]?.[0]).toBe("ok");
});

test("without a network nobody is blamed", async () => {
  const [issue] = issues();
  if (!issue) throw new Error("there is no issue");
  const html = '<a href="https://example.com/">x</a>';
  const findings = await answerFindings({ ...writeIssue(issue), html }, async () => undefined);
  expect(findings.map(({ state }) => state)).toEqual(["unknown", "unknown", "unknown"]);
});

test("the page of the issue has to be there", async () => {
  const { of } = await found([], (path) => [path.startsWith("/ezine/one") ? 404 : 200, FORM]);
  expect(of["page of the issue"]).toEqual(["fail", expect.stringMatching(/answers 404$/)]);
});

test("the unsubscribe page is opened with a reader's own link, which changes nothing", async () => {
  await activeReaders(1);
  const before = await db().subscriber.findMany();
  const { asked, of } = await found([], () => [200, FORM]);
  expect(of["unsubscribe page"]?.[0]).toBe("ok");
  const [line = ""] = asked.filter((path) => path.includes("unsubscribe"));
  expect(line).toMatch(/^GET /);
  expect(readToken("unsubscribe", line.split("/").at(-1) ?? "")).toBe(before[0]?.id);
  expect(await db().subscriber.findMany()).toEqual(before);
});

test.each<[string, [number, string?], RegExp]>([
  ["redirects", [301], /answers 301/],
  ["is not there", [404], /answers 404/],
  ["does not know our links", [200, "Nobody is on the list by this link"], /does not know/],
])("an unsubscribe page that %s fails", async (_what, answer, words) => {
  await activeReaders(1);
  const { of } = await found([], (path) => (path.includes("unsubscribe") ? answer : [200]));
  expect(of["unsubscribe page"]).toEqual(["fail", expect.stringMatching(words)]);
});
