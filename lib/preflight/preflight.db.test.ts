import { expect, onTestFinished, test } from "vitest";
import { writeIssue } from "@/emails/issue/write";
import type { IssueLetter } from "../delivery/issue-letter";
import { activeReaders } from "../delivery/samples";
import type { Dns } from "../doctor/domain";
import { env } from "../env/env";
import { issues } from "../ezine/issues";
import { preflight } from "./preflight";
import type { Web } from "./web";

const silent: Dns = { servers: async () => undefined, texts: async () => undefined };
const bare: Dns = { servers: async () => ["ns.example.com"], texts: async () => [] };

const nobody: Web = async () => undefined;

function anIssue(change: Partial<IssueLetter> = {}): IssueLetter {
  const [issue] = issues();
  if (!issue) throw new Error("there is no issue");
  return { ...writeIssue(issue), ...change };
}

async function found(letter: IssueLetter, dns = silent) {
  const findings = await preflight(letter, dns, nobody);
  return Object.fromEntries(findings.map(({ name, state }) => [name, state]));
}

const failing = async (letter: IssueLetter, dns = silent) =>
  Object.entries(await found(letter, dns)).flatMap(([name, state]) => (state === "fail" ? [name] : []));

function withServer(url: string) {
  Object.assign(env(), { SMTP_URL: url });
  onTestFinished(() => void Object.assign(env(), { SMTP_URL: undefined }));
}

test("every issue that is written is fit to go, and without a network nobody is blamed", async () => {
  await activeReaders(2);
  for (const issue of issues()) expect(await failing(writeIssue(issue))).toEqual([]);
  const [one] = await preflight(anIssue(), silent, nobody);
  expect(one).toEqual({ name: "subject", state: "ok", detail: expect.any(String), fix: "" });
});

const { html, text, siteUrl } = anIssue();

test.each<[string, string, Partial<IssueLetter>]>([
  ["subject", "an empty subject", { subject: " " }],
  ["parts", "no plain text", { text: "" }],
  ["size", "a long page", { html: html + "x".repeat(81_000) }],
  ["placeholders", "a placeholder in braces", { html: html.replace("</h1>", " {{name}}</h1>") }],
  ["placeholders", "what was to come", { text: `${text} TK` }],
  ["placeholders", "filler", { html: `${html}Lorem ipsum` }],
  ["placeholders", "a mark nobody knows", { html: `${html}%%nickname%%` }],
  ["pictures", "a picture without words", { html: `${html}<img src="https://example.com/a.png">` }],
  ["links", "a path", { html: `${html}<a href="/about">x</a>` }],
  ["links", "a page of ours that is not there", { html: `${html}<a href="${siteUrl}/nowhere">x</a>` }],
  ["postal address", "no postal address", { html: html.replaceAll("Storey", "") }],
  ["unsubscribe link", "no way out", { text: text.replaceAll("%%unsubscribe%%", "") }],
  ["sender", "a free-mail sender", { from: { name: "Ada", address: "ada@gmail.com" } }],
])("it fails for its %s: %s", async (name, _what, change) => {
  expect(await failing(anIssue(change))).toContain(name);
});

test("a domain without SPF and DMARC stops mail that leaves this machine, and warns of the rest", async () => {
  const names = ["SPF of example.com", "DMARC of example.com"];
  const letter = anIssue({
    from: { name: "Ada", address: "ada@example.com" },
    siteUrl: "https://example.com",
  });
  withServer("smtp://127.0.0.1:2525");
  expect(await found(letter, bare)).toMatchObject({ [names[0] ?? ""]: "warn", [names[1] ?? ""]: "warn" });
  withServer("smtps://smtp.example.com");
  expect(await failing(letter, bare)).toEqual(expect.arrayContaining(names));
});

test("readers are never sent to an address of this machine", async () => {
  withServer("smtps://smtp.example.com");
  expect(await failing(anIssue({ siteUrl: "http://localhost:3000" }))).toContain("site address");
});

test("a DNS that says nothing at all is given up after two seconds", async () => {
  const never: Dns = { servers: () => new Promise(() => {}), texts: () => new Promise(() => {}) };
  expect(await found(anIssue(), never)).toMatchObject({ "sender domain": "unknown" });
});
