import { createInterface } from "node:readline/promises";
import { writeIssue } from "@/emails/issue/write";
import { after, MINUTE, now } from "@/lib/clock";
import { prepareSend, readersNow } from "@/lib/delivery/prepare";
import { preflight } from "@/lib/preflight/preflight";
import { Refusal } from "../prepare/refusal";
import { failedOf, sayFindings } from "./findings";
import { issueOf } from "./issues";
import { argumentsOf, makeReady, say, WrongUsage } from "./verb";

const USAGE = "npm run ezine -- send SLUG [--at ISO-TIME] --yes";

function startOf(at: string | undefined): Date {
  if (at === undefined) return after(MINUTE);
  const moment = new Date(at);
  if (Number.isNaN(moment.getTime()))
    throw new WrongUsage(`${USAGE}: ${at} is no time such as 2026-12-01T09:00-05:00`);
  if (moment < now()) throw new Refusal(`${moment.toISOString()} is over. Give a time to come.`);
  return moment;
}

async function confirmed(slug: string): Promise<boolean> {
  if (!process.stdin.isTTY) return false;
  const terminal = createInterface({ input: process.stdin, output: process.stderr });
  try {
    return (await terminal.question(`Type ${slug} to send it: `)).trim() === slug;
  } finally {
    terminal.close();
  }
}

/** Prepares the sending of an issue that is fit to go; a worker does it, from a minute later on. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(
    args,
    { at: { type: "string" }, yes: { type: "boolean" } },
    USAGE,
    1,
  );
  const issue = issueOf(positionals[0]);
  const asked = startOf(values.at);
  await makeReady();
  const letter = writeIssue(issue);
  const findings = await preflight(letter);
  const failed = failedOf(findings);
  sayFindings(
    findings.filter(({ state }) => state === "fail" || state === "warn"),
    false,
  );
  if (failed)
    throw new Refusal(`${issue.slug} is not sent: ${failed}. See: npm run ezine -- check ${issue.slug}`);
  say(
    `"${letter.subject}" from ${letter.from.address}, to ${await readersNow()} readers, from ${asked.toISOString()} on.`,
  );
  if (!values.yes && !(await confirmed(issue.slug)))
    throw new Refusal("Nothing was sent. Say --yes to send it.");
  // The minute for second thoughts begins once the owner has agreed.
  const startAt = values.at === undefined ? after(MINUTE) : asked;
  const { state, readers } = await prepareSend(letter, startAt);
  if (state === "under-way")
    throw new Refusal(`${letter.issue} is being sent already. See: npm run ezine -- status ${letter.issue}`);
  if (state === "nobody") say("Everybody who is active has it already.");
  else
    say(
      `${letter.issue} goes to ${readers} readers from ${startAt.toISOString()} on. Until then it can be cancelled: npm run ezine -- cancel ${letter.issue}`,
    );
  return 0;
}
