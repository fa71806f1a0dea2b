import { pauseSend } from "@/lib/delivery/control";
import { nothingTo } from "./issues";
import { argumentsOf, makeReady, say } from "./verb";

/** Runs pause on a send, from the very next message on. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = argumentsOf(args, {}, "npm run ezine -- pause SLUG", 1);
  await makeReady();
  const slug = positionals[0] ?? "";
  if (!(await pauseSend(slug))) throw nothingTo("pause", slug);
  say(`${slug}: pause done.`);
  return 0;
}
