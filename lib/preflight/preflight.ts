import type { IssueLetter } from "../delivery/issue-letter";
import { readersOf } from "../delivery/prepare";
import { type Dns, dns } from "../doctor/domain";
import { type Finding, ok, warn } from "../doctor/finding";
import { env } from "../env/env";
import { answerFindings } from "./answers";
import { leavingFindings } from "./leaving";
import { linkFinding } from "./links";
import { senderFindings } from "./sender";
import { type Web, web } from "./web";
import { wordFindings } from "./words";

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

/** Everything worth knowing before an issue goes out; nobody is written to, and a missing network is no fault of the issue's. */
export async function preflight(
  letter: IssueLetter,
  asked: Dns = dns(),
  onWeb: Web = web,
): Promise<Finding[]> {
  const { SMTP_URL } = env();
  const staysHere = !SMTP_URL || LOOPBACK.test(new URL(SMTP_URL).hostname);
  const [leaving, sender, answers, readers] = await Promise.all([
    leavingFindings(letter, staysHere),
    senderFindings(letter, asked),
    answerFindings(letter, onWeb),
    readersOf(letter.issue),
  ]);
  return [
    ...wordFindings(letter),
    linkFinding(letter),
    ...leaving,
    // As long as the mail stays on this machine, what the world says of us is a warning.
    ...[...sender, ...answers].map((finding) => (staysHere ? milder(finding) : finding)),
    relayFinding(),
    readersFinding(readers),
  ];
}

function milder(finding: Finding): Finding {
  return finding.state === "fail" && finding.name !== "sender" ? { ...finding, state: "warn" } : finding;
}

function relayFinding(): Finding {
  const { SMTP_URL, SEND_ONLY_TO } = env();
  const name = "mail server";
  if (!SMTP_URL) return warn(name, "none is set: mail is kept in files", "Set SMTP_URL to reach readers.");
  return SEND_ONLY_TO.length > 0
    ? warn(
        name,
        `mail goes to ${SEND_ONLY_TO.join(", ")} alone`,
        "Take SEND_ONLY_TO away to reach everybody.",
      )
    : ok(name, new URL(SMTP_URL).host);
}

function readersFinding(readers: number): Finding {
  return readers > 0
    ? ok("readers", `${readers} would get it`)
    : warn("readers", "nobody would get it", "There is no active subscriber yet.");
}
