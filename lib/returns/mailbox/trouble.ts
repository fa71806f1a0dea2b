import { before, DAY, now } from "@/lib/clock";
import { addOrFind, inTransaction } from "@/lib/db/client";
import { describeError, log } from "@/lib/log";
import { enqueue } from "@/lib/mail/outbox";
import { ownerMailbox } from "@/lib/mail/senders";
import { isLoginRefused } from "./connect";

const FACT = "returns-mailbox-trouble";
/** A server may be away for a while before the owner has to know. */
const AWAY = DAY;

/** Notes that the mailbox could not be read, and tells the owner once: of a refused login at once, of silence after a day. */
export async function noteTrouble(error: unknown): Promise<void> {
  const refused = isLoginRefused(error);
  log.error("returns-failed", { refused, error: describeError(error) });
  await addOrFind(async (tx) => {
    const known = await tx.fact.findUnique({ where: { name: FACT } });
    if (known?.value === "told") return;
    const tell = refused || (known !== null && known.at <= before(AWAY));
    const value = tell ? "told" : "quiet";
    if (!known) await tx.fact.create({ data: { name: FACT, value, at: now() } });
    if (!tell) return;
    // Of two processes that find the same, one tells.
    if (
      known &&
      (await tx.fact.updateMany({ where: { name: FACT, value: "quiet" }, data: { value } })).count === 0
    )
      return;
    const { address: email, name } = ownerMailbox();
    const what = refused
      ? "Its server does not take the name or the password of BOUNCE_IMAP_URL."
      : "Its server has not answered for a day.";
    const lines = [
      what,
      "Until it can be read, dead addresses stay on the list.",
      "Look with: npm run ezine -- doctor",
    ];
    await enqueue(
      tx,
      { email, name },
      { kind: "alarm", subject: "The mailbox for returned mail cannot be read", lines },
    );
  });
}

/** Forgets an earlier trouble, so that the next one is told again. */
export async function endTrouble(): Promise<void> {
  await inTransaction((tx) => tx.fact.deleteMany({ where: { name: FACT } }));
}
