import { type Account, accountOf, type Tally } from "@/lib/delivery/account";
import { type SendStatus, statusOf } from "@/lib/delivery/counts";
import { nothingTo } from "./issues";
import { argumentsOf, makeReady, say } from "./verb";
import { watch } from "./watch";

const USAGE = "npm run ezine -- status SLUG [--watch] [--json]";

const OPTIONS = { json: { type: "boolean" }, watch: { type: "boolean" } } as const;

const REFUSALS: Readonly<Record<string, string>> = {
  dead: "the address does not exist",
  full: "the mailbox is full",
  temporary: "the server never took it",
  ours: "it was about us",
  message: "it was about the message",
};

/** Tells how a send stands; with --watch, once it is done or stopped. */
export async function run(args: string[]): Promise<number> {
  const { values, positionals } = argumentsOf(args, OPTIONS, USAGE, 1);
  await makeReady();
  const slug = positionals[0] ?? "";
  if (values.watch) await watch(slug);
  const status = await statusOf(slug);
  if (!status) throw nothingTo("tell of", slug);
  const { state, counts } = status;
  say(values.json ? JSON.stringify({ slug, state, counts }) : inWords(status, await accountOf(slug)));
  return 0;
}

function inWords({ slug, state, reason, counts }: SendStatus, account: Account): string {
  const { queued, sending, sent, retry, refused, skipped, uncertain } = counts;
  const reasons = (tallies: Tally[], words: Readonly<Record<string, string>> = {}) =>
    tallies.map(({ what, count }) => `${" ".repeat(12)}${count} × ${words[what] ?? what}`);
  return [
    `${slug}: ${state}${reason ? ` (${reason})` : ""}`,
    line("accepted", sent),
    line("waiting", queued + sending),
    line("again", retry),
    line("refused", refused),
    ...reasons(account.refused, REFUSALS),
    line("skipped", skipped),
    ...reasons(account.skipped),
    line("uncertain", uncertain),
    ...account.uncertain.map((email) => `${" ".repeat(12)}${email}`),
    ...(uncertain > 0 ? [`  They are tried again with: npm run ezine -- resume ${slug} --uncertain`] : []),
    ...account.domains.map(
      ({ domain, ...of }) => `  ${domain}: ${of.sent} accepted, ${of.refused} refused, ${of.open} other`,
    ),
  ].join("\n");
}

function line(name: string, count: number): string {
  return `  ${name.padEnd(10)}${count}`;
}
