import { SECOND } from "../clock";
import { tryServer } from "../mail/smtp";
import { tryMailbox } from "../returns/mailbox/connect";
import { type Finding, fail, ok, unknown, warn } from "./finding";

const PATIENCE = 5 * SECOND;
const NO_NETWORK = /ENETUNREACH|EAI_AGAIN|EHOSTUNREACH|ETIMEDOUT|timeout/i;

/** Whether the server that takes our mail is there, speaks TLS and lets us in. */
export async function smtpFinding(smtpUrl: string | undefined): Promise<Finding> {
  if (!smtpUrl) {
    return warn(
      "SMTP",
      "SMTP_URL is not set: mail is kept in files and reaches nobody",
      "Set SMTP_URL to your mail provider's server.",
    );
  }
  const { hostname } = new URL(smtpUrl);
  const problem = await tryServer(smtpUrl, PATIENCE);
  if (problem === undefined) return ok("SMTP", `${hostname} answers and takes the login`);
  if (NO_NETWORK.test(problem))
    return unknown("SMTP", `${hostname} could not be reached: ${problem}`, "Check the network and SMTP_URL.");
  return fail("SMTP", `${hostname}: ${problem}`, "Check the host, port, name and password in SMTP_URL.");
}

/** Whether the mailbox for returned mail is there and lets us in. */
export async function mailboxFinding(
  imapUrl: string | undefined,
  bounceAddress: string | undefined,
): Promise<Finding> {
  const name = "bounce mailbox";
  if (!imapUrl) {
    return bounceAddress
      ? warn(
          name,
          "BOUNCE_ADDRESS is set and nobody reads what comes back",
          "Set BOUNCE_IMAP_URL, or pipe returned mail into: npm run ezine -- bounce -",
        )
      : warn(name, "none is set; dead addresses stay on the list", "Set BOUNCE_ADDRESS and BOUNCE_IMAP_URL.");
  }
  const { hostname } = new URL(imapUrl);
  const problem = await tryMailbox(imapUrl, PATIENCE);
  if (problem === undefined) return ok(name, `${hostname} answers and takes the login`);
  if (NO_NETWORK.test(problem))
    return unknown(
      name,
      `${hostname} could not be reached: ${problem}`,
      "Check the network and BOUNCE_IMAP_URL.",
    );
  return fail(name, `${hostname}: ${problem}`, "Check the host, port, name and password in BOUNCE_IMAP_URL.");
}
