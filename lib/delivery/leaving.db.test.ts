import { expect, onTestFinished, test } from "vitest";
import { run as eraseByCommand } from "@/bin/ezine/subscribers/erase";
import { smtpSink } from "@/bin/test/smtp-sink";
import { after, DAY, now } from "@/lib/clock";
import { db, inTransaction } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import { leave, neverAgain } from "@/lib/subscribers/leave";
import { suppress } from "@/lib/subscribers/suppression";
import { signToken } from "@/lib/tokens";
import { claim } from "./claim";
import { pauseSend, resumeSend } from "./control";
import { statusOf } from "./counts";
import { prepareSend } from "./prepare";
import { activeReaders, sampleLetter } from "./samples";
import { skipGone } from "./skip-gone";
import { runSendingWorker } from "./worker";

const work = () => runSendingWorker({ signal: new AbortController().signal, once: true });

/** Does something when the first message of a send is taken, to those who come last. */
async function sendWhile(issue: string, happens: (last: { id: string; email: string }[]) => Promise<void>) {
  let begun: Promise<void> | undefined;
  const sink = await smtpSink({
    async onMessage() {
      begun ??= begin();
      await begun;
    },
  });
  async function begin(): Promise<void> {
    const rows = await db().delivery.findMany({
      where: { issue, state: "QUEUED" },
      orderBy: { id: "desc" },
      select: { subscriber: { select: { id: true, email: true } } },
    });
    await happens(rows.flatMap(({ subscriber }) => subscriber ?? []));
  }
  onTestFinished(sink.close);
  Object.assign(env(), { SMTP_URL: sink.url, SEND_RATE: 10_000, SEND_CONNECTIONS: 3 });
  await db().suppression.deleteMany();
  await activeReaders(40);
  await prepareSend(sampleLetter(issue), now());
  await work();
  return sink;
}

test("whoever leaves during a send, in whatever way, gets nothing that was not in the air", async () => {
  const gone: string[] = [];
  const sink = await sendWhile("leaving", async ([byLink, never, byHand, byCommand]) => {
    if (!byLink || !never || !byHand || !byCommand) throw new Error("the send was over too soon");
    gone.push(byLink.email, never.email, byHand.email, byCommand.email);
    await leave(signToken("unsubscribe", byLink.id));
    await neverAgain(signToken("never", never.id));
    await db().$executeRaw`UPDATE "Subscriber" SET "status" = 'UNSUBSCRIBED' WHERE "id" = ${byHand.id}`;
    await eraseByCommand([byCommand.email]);
  });
  expect(gone).toHaveLength(4);
  expect(sink.received.flatMap(({ to }) => to).filter((to) => gone.includes(to))).toEqual([]);
  const status = await statusOf("leaving");
  expect(status).toMatchObject({ state: "DONE", counts: { sent: 36, skipped: 4 } });
});

test("a send that is paused and goes on at once passes nobody over", async () => {
  let blinking = Promise.resolve();
  const blink = async () => {
    for (let count = 0; count < 40; count++) {
      await pauseSend("blinking");
      await resumeSend("blinking");
    }
  };
  const sink = await sendWhile("blinking", async () => {
    blinking = blink();
  });
  await blinking;
  while ((await statusOf("blinking"))?.state === "SENDING") await work();
  expect((await statusOf("blinking"))?.counts).toMatchObject({ sent: 40, skipped: 0 });
  expect(new Set(sink.received.flatMap(({ to }) => to)).size).toBe(40);
  expect(sink.received).toHaveLength(40);
});

test("of what could not be marked only that is skipped whose reader is gone, and only while it is in hand", async () => {
  await db().suppression.deleteMany();
  const [left, suppressed, resting] = await activeReaders(5);
  await prepareSend(sampleLetter("in-hand"), now());
  const claimed = await claim("in-hand", "worker", 10);
  await db().subscriber.update({ where: { id: left?.id }, data: { status: "UNSUBSCRIBED" } });
  await inTransaction((tx) => suppress(tx, suppressed?.email ?? "", "never"));
  const pause = { pausedUntil: after(DAY), revision: 2 };
  await db().subscriber.update({ where: { id: resting?.id }, data: pause });
  const taken = claimed.find(({ subscriberId }) => subscriberId === resting?.id);
  await db().delivery.update({ where: { id: taken?.id }, data: { workerId: "another" } });
  await skipGone("worker", claimed);
  expect((await statusOf("in-hand"))?.counts).toMatchObject({ queued: 3, skipped: 2 });
  await skipGone("another", claimed);
  expect((await statusOf("in-hand"))?.counts).toMatchObject({ queued: 2, skipped: 3 });
});
