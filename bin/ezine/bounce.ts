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
    try {
      for await (const { file, bytes } of readMails(path)) {
        const result = classifyReturn(bytes);
        const { verdict, suppress, recipients } = result;
        const outcome = dry ? "" : ` (${await applyReturn(result)})`;
        if (values.json) say(JSON.stringify({ file, verdict, suppress, recipients }));
        else say(`${file}: ${[verdict, ...recipients].join(" ")}${outcome}`);
      }
    } catch (error) {
      // One file that is not there must not keep the others from being read.
      if (!isFileFault(error)) throw error;
      process.stderr.write(`${path} cannot be read: ${error.code}\n`);
      unread++;
    }
  }
  return unread > 0 ? 1 : 0;
}

function isFileFault(error: unknown): error is NodeJS.ErrnoException {
  return error instanceof Error && "syscall" in error && "code" in error && "path" in error;
}
