import { readSettings, variables } from "../env/env";
import { ezineSender, transactionalSender } from "../mail/senders";
import { databaseFindings } from "./database";
import { type Dns, dns, domainFindings } from "./domain";
import { type Finding, fail, ok } from "./finding";
import { folderFindings } from "./folder";
import { mailboxFinding, smtpFinding } from "./servers";

/** Looks at everything that the system needs, changes nothing, and needs no network to say what it could see. */
export async function examine(resolver: Dns = dns()): Promise<Finding[]> {
  const read = readSettings(variables());
  if (!read.ok)
    return read.problems.map((problem) =>
      fail("settings", problem, "Set it right in the environment or in .env."),
    );
  const { settings } = read;
  const senders = [transactionalSender().address, ezineSender().address];
  const groups = await Promise.all([
    [ok("settings", "every one is as it should be")],
    folderFindings(settings),
    databaseFindings(settings.DATABASE_URL),
    smtpFinding(settings.SMTP_URL).then((finding) => [finding]),
    mailboxFinding(settings.BOUNCE_IMAP_URL, settings.BOUNCE_ADDRESS).then((finding) => [finding]),
    domainFindings(senders, settings.BOUNCE_ADDRESS, resolver),
  ]);
  return groups.flat();
}
