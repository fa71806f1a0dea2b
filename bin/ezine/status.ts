import { accountOf } from "@/lib/delivery/account";
import { statusOf } from "@/lib/delivery/counts";
import { overTime } from "@/lib/delivery/over-time";
import { accountInWords } from "./account-in-words";
import { nothingTo } from "./issues";
import { argumentsOf, makeReady, say } from "./verb";
import { watch } from "./watch";

const USAGE = "npm run ezine -- status SLUG [--watch] [--json]";

const OPTIONS = { json: { type: "boolean" }, watch: { type: "boolean" } } as const;

/** Tells how a send stands; with --watch, once it is done or stopped. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(args, OPTIONS, USAGE, 1);
  await makeReady();
  const slug = positionals[0] ?? "";
  if (values.watch && !(await watch(slug, values.json))) {
    const words = `${slug} goes on without being watched. See: npm run ezine -- status ${slug}`;
    process.stderr.write(`${words}\n`);
    return 0;
  }
  const status = await statusOf(slug);
  if (!status) throw nothingTo("tell of", slug);
  const [account, times] = await Promise.all([accountOf(slug), overTime(slug)]);
  say(
    values.json ? JSON.stringify({ ...status, ...account, times }) : accountInWords(status, account, times),
  );
  return 0;
}
