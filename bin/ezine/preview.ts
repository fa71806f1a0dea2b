import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { writeIssue } from "@/emails/issue/write";
import { bodiesFor, composer } from "@/lib/delivery/compose";
import { ownerMailbox } from "@/lib/mail/senders";
import { issueOf } from "./issues";
import { argumentsOf, makeReady, say } from "./verb";

const USAGE = "npm run ezine -- preview SLUG [--out DIR]";

/** Writes an issue as it would go out: html, txt and eml. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(args, { out: { type: "string", default: "." } }, USAGE, 1);
  const letter = writeIssue(issueOf(positionals[0]));
  await makeReady();
  const { address: email, name } = ownerMailbox();
  const recipient = { subscriberId: "0".repeat(16), messageId: `<preview@${letter.domain}>`, email, name };
  mkdirSync(values.out, { recursive: true });
  const { html, text } = bodiesFor(letter, recipient);
  const eml = await composer(letter)(recipient);
  for (const [end, data] of [
    ["html", html],
    ["txt", text],
    ["eml", eml],
  ] as const) {
    const file = join(values.out, `${letter.issue}.${end}`);
    writeFileSync(file, data);
    say(file);
  }
  return 0;
}
