import { simpleParser } from "mailparser";
import { beforeAll, expect, test } from "vitest";
import { type Composer, composer } from "./compose";
import { sampleLetter } from "./samples";

const ada = { subscriberId: "a1b2c3d4e5f6g7h8", messageId: "<m1@example.com>", email: "ada@example.com" };

let compose: Composer;

beforeAll(() => {
  process.env.APP_SECRET = "a secret that is only good for tests, and long enough";
  compose = composer(sampleLetter("three-goals"));
});

async function headOf(name: string | null): Promise<Map<string, string>> {
  const [head = ""] = (await compose({ ...ada, name })).toString("latin1").split("\r\n\r\n");
  const fields = head.replace(/\r\n[ \t]/g, " ").split("\r\n");
  return new Map(fields.map((field) => [field.slice(0, field.indexOf(":")), field.replace(/^[^:]*: /, "")]));
}

test("the headers are those of a list that one press leaves, each once", async () => {
  const head = await headOf("Ada");
  expect([...head.keys()]).toEqual([
    "Date",
    "Message-ID",
    "To",
    "List-Unsubscribe",
    "From",
    "Reply-To",
    "Subject",
    "List-Id",
    "List-Unsubscribe-Post",
    "List-Archive",
    "List-Help",
    "List-Owner",
    "List-Post",
    "Archived-At",
    "Feedback-ID",
    "Precedence",
    "Content-Language",
    "MIME-Version",
    "Content-Type",
  ]);
  expect(head.get("Message-ID")).toBe("<m1@example.com>");
  expect(head.get("List-Id")).toBe("e-Tips <etips.example.com>");
  expect(head.get("List-Post")).toBe("NO");
  expect(head.get("List-Unsubscribe-Post")).toBe("List-Unsubscribe=One-Click");
  expect(head.get("List-Unsubscribe")).toMatch(
    /^<https:\/\/example\.com\/ezine\/unsubscribe\/\w+>, <mailto:etips@example\.com\?subject=unsubscribe%20\w+>$/,
  );
});

test("an issue is not a machine's answer, and does not say that it is (RFC 3834)", async () => {
  expect((await headOf("Ada")).has("Auto-Submitted")).toBe(false);
});

test.each([
  ["ada", "Ada Lovelace"],
  ["nobody", null],
  ["quotes and commas", 'Ada "the first", Countess <of> Lovelace'],
  ["bidi marks and emoji", `Ada \u202eecalevoL\u202c 🧮`],
  ["a line break", "Ada\r\nBcc: grace@example.com"],
  ["a long name", "Ada ".repeat(100)],
])("whatever the reader is called, no line is too long and no line end is bare: %s", async (_, name) => {
  const raw = (await compose({ ...ada, name })).toString("latin1");
  expect(raw).not.toMatch(/[^\r]\n|\r[^\n]/);
  expect(Math.max(...raw.split("\r\n").map(({ length }) => length))).toBeLessThanOrEqual(998);
  expect(raw).not.toMatch(/^Bcc:/m);
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII itself.
  expect(raw).toMatch(/^[\x00-\x7f]*$/);
  const { to } = await simpleParser(raw);
  const people = (Array.isArray(to) ? to : [to]).flatMap((list) => list?.value ?? []);
  expect(people.map(({ address }) => address)).toEqual(["ada@example.com"]);
});

test("both parts greet the reader and hold the same way out", async () => {
  const { html, text } = await simpleParser(await compose({ ...ada, name: "Ada" }));
  const [, link = "none"] = /(https:\/\/example\.com\/ezine\/unsubscribe\/\w+)/.exec(text ?? "") ?? [];
  expect(text).toContain("Dear Ada,");
  expect(html).toContain("Dear Ada,");
  expect(html).toContain(`href="${link}"`);
  expect(`${html}${text}`).not.toContain("%%");
});
