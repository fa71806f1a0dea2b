import { classifyReturn } from "@/lib/returns/classify";
import { heavyMails } from "@/lib/returns/heavy-samples";
import { mail, report } from "@/lib/returns/samples";

const ROUNDS = 400;
const TRIES = 5;
const ISSUE = ["From: ezine@ezine.test", "To: ada@example.com", "", "A line of the issue.\r\n".repeat(400)];
const group = (status: string, words: string) => [
  "Final-Recipient: rfc822; ada@example.com",
  "Action: failed",
  `Status: ${status}`,
  `Diagnostic-Code: smtp; ${words}`,
];
/** What an inbox for returns holds on an ordinary day: reports, notices for people, absences, goodbyes, letters. */
const DAY = [
  report(group("5.1.1", "550 5.1.1 User unknown"), { returned: ISSUE }),
  report(group("5.7.1", "550 5.7.1 blocked using a list"), { returned: ISSUE }),
  report(group("5.2.2", "552 5.2.2 Mailbox full"), { returned: ISSUE }),
  mail(
    "From: MAILER-DAEMON@q.test",
    "Subject: failure notice",
    "",
    "<ada@example.com>:",
    "no mailbox here (#5.1.1)",
  ),
  mail(
    "From: postmaster@d.test",
    "Subject: Unzustellbar",
    "",
    "An ada@example.com:",
    "Benutzer unbekannt",
    ...ISSUE,
  ),
  mail(
    "From: ada@example.com",
    "Subject: Automatic reply: News",
    "Auto-Submitted: auto-replied",
    "",
    "I am away.",
  ),
  mail("From: ada@example.com", "Subject: Re: News", "", "Please take me off your list.", "", "> News"),
  mail("From: ada@example.com", "Subject: Re: News", "", "I liked it. ".repeat(200)),
];

function cpuSeconds(work: () => void): number {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000_000;
}

for (const bytes of DAY) for (let turn = 0; turn < 50; turn++) classifyReturn(bytes);
const spent = cpuSeconds(() => {
  for (let round = 0; round < ROUNDS; round++) for (const bytes of DAY) classifyReturn(bytes);
});
// The best of some tries, since the machine may do something else during one of them.
const slowest = heavyMails().map(([what, bytes]) => {
  const times = Array.from({ length: TRIES }, () => cpuSeconds(() => classifyReturn(bytes)) * 1000);
  return { what, milliseconds: Math.min(...times) };
});
slowest.sort((a, b) => b.milliseconds - a.milliseconds);
console.log(JSON.stringify({ rate: (ROUNDS * DAY.length) / spent, slowest: slowest[0] }));
