import { writeIssue } from "@/emails/issue/write";
import { after, MINUTE, now } from "@/lib/clock";
import { prepareSend, readersNow } from "@/lib/delivery/prepare";
import { Refusal } from "../prepare/refusal";
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

/** Prepares the sending of an issue; a worker does it, from a minute later on. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(
    args,
    { at: { type: "string" }, yes: { type: "boolean" } },
    USAGE,
    1,
  );
  const letter = writeIssue(issueOf(positionals[0]));
  const startAt = startOf(values.at);
  await makeReady();
  if (!values.yes) {
    throw new Refusal(
      `${letter.issue} would go to ${await readersNow()} readers from ${startAt.toISOString()} on. Say --yes to send it.`,
    );
  }
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
