import { setTimeout as sleep } from "node:timers/promises";
import type { ImapFlow } from "imapflow";
import { HOUR, MINUTE, SECOND } from "@/lib/clock";
import { describeError, log } from "@/lib/log";
import { connectTo, hangUpAfter, leave } from "./connect";
import { HANDLED, lookThrough } from "./look-through";
import { endTrouble, noteTrouble } from "./trouble";

/** Rests after the first, second … fault in a row; the last one for all that follow. */
export const RESTS = [5 * SECOND, 30 * SECOND, 2 * MINUTE, 10 * MINUTE, 30 * MINUTE, HOUR];
/** How long to wait for news of a server that tells by itself, and of one that has to be asked. */
export const WAIT = { told: 2 * MINUTE, asking: 30 * SECOND };

export type Watching = {
  readonly url: string;
  readonly signal: AbortSignal;
  /** Whether this process is the one that reads; asked before each look. */
  readonly mayLook: () => Promise<boolean>;
  /** Lets time pass; a test gives another. Ends early, without an error, when the signal says so. */
  readonly pause?: (milliseconds: number, signal: AbortSignal) => Promise<void>;
};

/** Reads a mailbox until told to stop: at once what its server tells of by IDLE, else from time to time. */
export async function watchMailbox({ url, signal, mayLook, pause = rest }: Watching): Promise<void> {
  let faults = 0;
  while (!signal.aborted) {
    try {
      if (await mayLook()) await attend({ url, signal, mayLook, pause }, () => (faults = 0));
      else await pause(MINUTE, signal);
    } catch (error) {
      if (signal.aborted) return;
      // What the failed round had looked at is looked at again: applying it twice changes nothing.
      await noteTrouble(error).catch((fault) =>
        log.error("returns-trouble", { error: describeError(fault) }),
      );
      await pause(RESTS[Math.min(faults, RESTS.length - 1)] ?? HOUR, signal);
      faults++;
    }
  }
}

async function attend(watching: Required<Watching>, onHealthy: () => void): Promise<void> {
  const { url, signal, mayLook } = watching;
  const client = await connectTo(url);
  const stay = hangUpAfter(client, signal);
  try {
    await client.mailboxCreate(HANDLED).catch(() => log.info("returns-folder", { exists: true }));
    const lock = await client.getMailboxLock("INBOX");
    try {
      do {
        const news = nextNews(client);
        const handled = await lookThrough(client, url, async () => !signal.aborted && (await mayLook()));
        if (handled > 0) log.info("returns", { handled });
        onHealthy();
        await endTrouble();
        await untilNews(client, news, watching);
      } while (!signal.aborted && (await mayLook()));
    } finally {
      lock.release();
    }
  } finally {
    stay();
    await leave(client);
  }
}

type News = { readonly mail: Promise<void>; readonly gone: Promise<void>; readonly stop: () => void };

/** Listens from before the look, so that what comes in during it is not missed. */
function nextNews(client: ImapFlow): News {
  const mail = Promise.withResolvers<void>();
  const gone = Promise.withResolvers<void>();
  const heard = { exists: () => mail.resolve(), close: () => gone.resolve() };
  client.on("exists", heard.exists).on("close", heard.close);
  const stop = () => void client.off("exists", heard.exists).off("close", heard.close);
  return { mail: mail.promise, gone: gone.promise, stop };
}

async function untilNews(client: ImapFlow, news: News, { signal, pause }: Required<Watching>): Promise<void> {
  const tells = client.capabilities.has("IDLE");
  // Ends by itself when the next command is given.
  if (tells) void client.idle().catch(() => {});
  const waiting = new AbortController();
  const dropped = news.gone.then(() => Promise.reject(new Error("the line was dropped")));
  try {
    await Promise.race([
      ...(tells ? [news.mail] : []),
      dropped,
      pause(tells ? WAIT.told : WAIT.asking, AbortSignal.any([signal, waiting.signal])),
    ]);
  } finally {
    waiting.abort();
    news.stop();
    dropped.catch(() => {});
  }
}

async function rest(milliseconds: number, signal: AbortSignal): Promise<void> {
  await sleep(milliseconds, undefined, { signal }).catch(() => {});
}
