import { cancelSend } from "@/lib/delivery/control";
import { nothingTo } from "./issues";
import { argumentsOf, makeReady, say } from "./verb";

/** Runs cancel on a send, from the very next message on. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = argumentsOf(args, {}, "npm run ezine -- cancel SLUG", 1);
  await makeReady();
  const slug = positionals[0] ?? "";
  if (!(await cancelSend(slug))) throw nothingTo("cancel", slug);
  say(`${slug}: cancel done.`);
  return 0;
}
