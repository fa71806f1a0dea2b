import { applyReturn } from "@/lib/returns/apply";
import { classifyReturn } from "@/lib/returns/classify";
import { readMails } from "@/lib/returns/read-mails";
import { argumentsOf, makeReady, say, WrongUsage } from "./verb";

const USAGE = "npm run ezine -- bounce [FILE…|-|FOLDER…] [--json] [--dry-run]";
const OPTIONS = { json: { type: "boolean" }, "dry-run": { type: "boolean" } } as const;

/** Reads mail that came back and does what it asks for: bounces, complaints, mailed goodbyes. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(args, OPTIONS, USAGE, "any");
  if (positionals.length === 0 && process.stdin.isTTY) throw new WrongUsage(USAGE);
  const dry = values["dry-run"] === true;
  if (!dry) await makeReady();
  let unread = 0;
  for (const path of positionals.length > 0 ? positionals : ["-"]) {
    for await (const mail of readMails(path)) {
      if ("problem" in mail) {
        process.stderr.write(`${mail.file} cannot be read: ${mail.problem}\n`);
        unread++;
        continue;
      }
      const result = classifyReturn(mail.bytes);
      const { verdict, suppress, recipients } = result;
      const outcome = dry ? "" : ` (${await applyReturn(result)})`;
      if (values.json) say(JSON.stringify({ file: mail.file, verdict, suppress, recipients }));
      else say(`${mail.file}: ${[verdict, ...recipients].join(" ")}${outcome}`);
    }
  }
  return unread > 0 ? 1 : 0;
}
