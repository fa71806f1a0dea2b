import { expect, test } from "vitest";
import { WrongUsage } from "./verb";

const VERBS = [
  "bounce",
  "backup",
  "cancel",
  "check",
  "doctor",
  "issues",
  "move",
  "pause",
  "preview",
  "restore",
  "resume",
  "send",
  "status",
  "subscribers",
  "test",
  "work",
];
const PARTS = ["add", "erase", "export", "import", "list", "show"].map((part) => `subscribers/${part}`);

async function refusalOf(verb: string, args: string[]): Promise<string> {
  const { run } = await import(new URL(`./${verb}.ts`, import.meta.url).href);
  const failure = await run(args).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(WrongUsage);
  return failure instanceof Error ? failure.message : "";
}

test.each([...VERBS, ...PARTS])(
  "%s names an option that there is not, and shows how it is used",
  async (verb) => {
    const part = verb === "subscribers" ? ["list"] : [];
    const message = await refusalOf(verb, [...part, "--loud"]);
    expect(message).toContain("Unknown option '--loud'");
    expect(message).toMatch(
      new RegExp(
        `\\nUsage: npm run ezine -- ${verb === "subscribers" ? "subscribers list" : verb.replace("/", " ")}`,
      ),
    );
  },
);

test.each([
  ["subscribers", ["nothing"], 'There is no "nothing" of subscribers.'],
  ["subscribers", ["toString"], 'There is no "toString" of subscribers.'],
  ["subscribers/list", ["--status", "lost"], "lost is no status. There are PENDING, ACTIVE"],
  ["subscribers/add", ["ada@example.com"], "Usage: "],
  ["send", [], "Usage: "],
  ["send", ["one", "two"], "Usage: "],
  ["resume", ["--here", "--uncertain"], "Usage: "],
  ["resume", [], "Usage: "],
  ["test", ["one"], "Usage: "],
  ["move", ["--to", "mysql://localhost/site"], "Usage: "],
  ["doctor", ["one"], "Usage: "],
])("%s %j is wrong usage", async (verb, args, words) => {
  expect(await refusalOf(verb, args)).toContain(words);
});
