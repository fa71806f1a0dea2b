import { createInterface } from "node:readline/promises";
import { writeIssue } from "@/emails/issue/write";
import { after, MINUTE, now } from "@/lib/clock";
import { content } from "@/lib/content/content";
import { prepareSend, readersOf } from "@/lib/delivery/prepare";
import { momentInWords } from "@/lib/moments";
import { preflight } from "@/lib/preflight/preflight";
import { readMoment, type WrittenMoment } from "@/lib/wall-clock";
import { Refusal } from "../prepare/refusal";
import { failedOf, sayFindings } from "./findings";
import { issueOf } from "./issues";
import { argumentsOf, makeReady, say, WrongUsage } from "./verb";

const USAGE = "npm run ezine -- send SLUG [--at 2027-03-01T09:00] [--yes]";
const OPTIONS = { at: { type: "string" }, yes: { type: "boolean" } } as const;

const CLOCK_NOTES: Readonly<Partial<Record<WrittenMoment["clock"], string>>> = {
  skipped: "The clocks are put forward over that hour; it is taken as if they had not been yet.",
  twice: "That hour comes twice; the first one is taken. For the other give its offset, such as -05:00.",
};

function startOf(at: string | undefined): Date {
  if (at === undefined) return after(MINUTE);
  const { timeZone } = content().business;
  const read = readMoment(at, timeZone);
  if (!read)
    throw new WrongUsage(
      USAGE,
      `${at} is no time. Write 2027-03-01T09:00 for the time in ${timeZone}, or add an offset such as -05:00.`,
    );
  if (read.moment < now()) throw new Refusal(`${momentInWords(read.moment)} is over. Give a time to come.`);
  const note = CLOCK_NOTES[read.clock];
  if (note) say(note);
  return read.moment;
}

async function confirmed(slug: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  // Ctrl-C and Ctrl-D say no.
  const no = new Promise<string>((resolve) => terminal.once("close", () => resolve("")));
  terminal.once("SIGINT", () => terminal.close());
  try {
    const typed = await Promise.race([terminal.question(`Type ${slug} to send it: `), no]);
    if (typed === "") process.stderr.write("\n");
    return typed.trim() === slug;
  } finally {
    terminal.close();
  }
}

/** Prepares the sending of an issue that is fit to go; a worker does it, from a minute later on. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(args, OPTIONS, USAGE, 1);
  const issue = issueOf(positionals[0]);
  const { slug } = issue;
  const asked = startOf(values.at);
  await makeReady();
  const letter = writeIssue(issue);
  const findings = await preflight(letter);
  const failed = failedOf(findings);
  sayFindings(
    findings.filter(({ state }) => state === "fail" || state === "warn"),
    false,
  );
  if (failed) throw new Refusal(`${slug} is not sent: ${failed}. See: npm run ezine -- check ${slug}`);
  const start = values.at === undefined ? "a minute after you agree" : momentInWords(asked);
  say(`"${letter.subject}"`);
  say(`  from   ${letter.from.address}`);
  say(`  to     ${await readersOf(slug)} readers`);
  say(`  start  ${start}`);
  if (!values.yes && !(await confirmed(slug)))
    throw new Refusal("Nothing was sent. Say --yes, or type the slug when asked.");
  // The minute for second thoughts begins once the owner has agreed.
  const startAt = values.at === undefined ? after(MINUTE) : asked;
  const { state, readers } = await prepareSend(letter, startAt);
  if (state === "under-way")
    throw new Refusal(`${slug} is being sent already. See: npm run ezine -- status ${slug}`);
  if (state === "nobody") say("Everybody who is active has it already.");
  else {
    say(`${slug} goes to ${readers} readers from ${momentInWords(startAt)} on.`);
    say(`  Take it back until then:  npm run ezine -- cancel ${slug}`);
    say(`  Watch it go:              npm run ezine -- status ${slug} --watch`);
  }
  return 0;
}
