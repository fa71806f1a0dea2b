import type { Account, Tally } from "@/lib/delivery/account";
import type { SendStatus } from "@/lib/delivery/counts";
import type { Stretch } from "@/lib/delivery/over-time";
import { momentInWords, shortMoment } from "@/lib/moments";

const REFUSALS: Readonly<Record<string, string>> = {
  dead: "the address does not exist",
  full: "the mailbox is full",
  temporary: "the server never took it",
  ours: "it was about us",
  message: "it was about the message",
};

const INDENT = " ".repeat(12);

/** The account of a send as the owner reads it. */
export function accountInWords(status: SendStatus, account: Account, times: readonly Stretch[]): string {
  const { slug, state, reason, startAt, finishedAt, counts } = status;
  const { queued, sending, sent, retry, refused, skipped, uncertain } = counts;
  const unnamed = uncertain - account.uncertain.length;
  return [
    `${slug}: ${state}${reason ? ` (${reason})` : ""}`,
    line("accepted", sent),
    line("waiting", queued + sending),
    line("again", retry),
    ...reasons(account.waiting),
    line("refused", refused),
    ...reasons(account.refused, REFUSALS),
    line("skipped", skipped),
    ...reasons(account.skipped),
    line("uncertain", uncertain),
    ...account.uncertain.map((email) => `${INDENT}${email}`),
    ...(unnamed > 0 ? [`${INDENT}and ${unnamed} more`] : []),
    ...(uncertain > 0 ? [`  They are tried again with: npm run ezine -- resume ${slug} --uncertain`] : []),
    `  ${state === "SCHEDULED" ? "starts" : "started"}   ${momentInWords(startAt)}`,
    ...(finishedAt ? [`  ended     ${momentInWords(finishedAt)}`] : []),
    ...account.domains.map(
      ({ domain, ...of }) => `  ${domain}: ${of.sent} accepted, ${of.refused} refused, ${of.open} other`,
    ),
    ...times.map(
      ({ from, ...of }) => `  ${shortMoment(from).padEnd(16)} ${of.sent} accepted, ${of.refused} refused`,
    ),
  ].join("\n");
}

function line(name: string, count: number): string {
  return `  ${name.padEnd(10)}${count}`;
}

function reasons(tallies: readonly Tally[], words: Readonly<Record<string, string>> = {}): string[] {
  return tallies.map(({ what, count }) => `${INDENT}${count} × ${words[what] ?? what}`);
}
