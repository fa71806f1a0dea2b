import { SECOND } from "../clock";
import { describeError, log } from "../log";
import { gathered } from "../rounds";
import { addressOf, envelopeAddress } from "../subscribers/address";
import { compose } from "./compose";
import { type DueMessage, renewLeases, takeDue } from "./due";
import type { HandOver } from "./hand-over";
import type { Message } from "./message";
import { type Done, outcomeOf, recordOutcomes } from "./record";
import type { Post } from "./transport";

/** Turns an outbox row into what it says; undefined when what it is about is gone. */
export type Writer = (row: DueMessage) => Promise<Message | undefined>;

const AT_ONCE = 5;
/** What is done waits so long for the rest: each writing down takes the one write lock that SQLite has from the site. */
const TOGETHER = 100;
const RENEW_EVERY = 10 * SECOND;

/** The kept file's name: in the order of time, and the same whenever the same message is posted again. */
function fileNameOf({ createdAt, id, kind }: DueMessage): string {
  return `${createdAt.toISOString().replace(/[:.]/g, "-")}-${kind}-${id}.eml`;
}

/** An address in the form SMTP wants; addresses in rows went through the same door. */
function recipient(address: string): string {
  const read = addressOf(address);
  return read.ok ? envelopeAddress(read) : address;
}

async function handOver(row: DueMessage, write: Writer, post: Post): Promise<HandOver> {
  const message = await write(row);
  if (!message) return { state: "skipped", reply: "what this message was about is gone" };
  const envelope = { from: message.from.address, to: recipient(row.toEmail) };
  return post.hand({ envelope, raw: await compose(message, row.messageId), fileName: fileNameOf(row) });
}

async function postOne(row: DueMessage, write: Writer, post: Post): Promise<HandOver> {
  try {
    return await handOver(row, write, post);
  } catch (error) {
    // A message that cannot be made must not hold up the others; it is tried again in case the fault is mended.
    log.error("outbox-failed", { id: row.id, kind: row.kind, error: describeError(error) });
    return { state: "unreached", reply: "it could not be composed" };
  }
}

async function writeDown(all: readonly Done[]): Promise<void> {
  await recordOutcomes(all);
  for (const { message, outcome } of all) {
    const { id, kind, attempts } = message;
    log.info("outbox", { id, kind, state: outcome.state, attempts });
  }
}

/** Posts what is due now; tells how many messages it took. */
export async function postDue(write: Writer, post: Post): Promise<number> {
  const rows = await takeDue(AT_ONCE);
  if (rows.length === 0) return 0;
  const ids = rows.map((row) => row.id);
  const renewing = setInterval(() => {
    renewLeases(ids).catch((error) => log.warn("outbox-lease", { error: describeError(error) }));
  }, RENEW_EVERY);
  const note = gathered(rows.length, TOGETHER, writeDown);
  try {
    await Promise.all(
      rows.map(async (message) => {
        const result = await postOne(message, write, post);
        await note({ message, outcome: outcomeOf(message, result) });
      }),
    );
  } finally {
    clearInterval(renewing);
  }
  return rows.length;
}
