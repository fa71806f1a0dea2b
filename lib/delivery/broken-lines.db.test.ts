import { expect, onTestFinished, test } from "vitest";
import { rawSmtp, willing } from "@/bin/test/raw-smtp";
import { after, MINUTE, now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import { prepareSend } from "./prepare";
import { activeReaders, sampleLetter } from "./samples";
import { runSendingWorker } from "./worker";

/** Sends to three readers through a server that hangs up once, at the first line of which `at` holds, or says something else. */
async function sendThrough(issue: string, at: (line: string) => boolean, says?: string) {
  let happened = false;
  const server = await rawSmtp((line) => {
    if (happened || !at(line)) return willing(line);
    happened = true;
    return says;
  });
  onTestFinished(server.close);
  Object.assign(env(), { SMTP_URL: server.url, SEND_RATE: 10_000, SEND_CONNECTIONS: 1 });
  await activeReaders(3);
  await prepareSend(sampleLetter(issue), now());
  await runSendingWorker({ signal: new AbortController().signal, once: true });
  const rows = await db().delivery.findMany({ where: { issue } });
  return rows.map(({ state }) => state).sort();
}

test.each(["MAIL", "RCPT", "DATA"])("a line that drops at %s leaves nobody uncertain", async (command) => {
  const states = await sendThrough(`drop-${command}`, (line) => line.startsWith(command));
  expect(states).toEqual(["RETRY", "SENT", "SENT"]);
});

test("a line that drops after the final dot leaves its reader uncertain, and never writes twice", async () => {
  expect(await sendThrough("drop-dot", (line) => line === ".")).toEqual(["SENT", "SENT", "UNCERTAIN"]);
});

test("under retry a line that drops after the final dot is tried again under the same Message-ID", async () => {
  onTestFinished(() => void Object.assign(env(), { SEND_UNCERTAIN: "hold" }));
  Object.assign(env(), { SEND_UNCERTAIN: "retry" });
  expect(await sendThrough("drop-retry", (line) => line === ".")).toEqual(["RETRY", "SENT", "SENT"]);
});

test.each(["MAIL", "RCPT", "."])(
  "a server that says goodbye at %s is asked again within a minute",
  async (command) => {
    const issue = `goodbye-${command === "." ? "dot" : command}`;
    const states = await sendThrough(issue, (line) => line.startsWith(command), "421 4.3.2 closing");
    expect(states).toEqual(["RETRY", "SENT", "SENT"]);
    const row = await db().delivery.findFirstOrThrow({ where: { issue, state: "RETRY" } });
    expect(row.nextAttemptAt?.getTime()).toBeLessThanOrEqual(after(MINUTE).getTime());
  },
);

test.each(["a word of nonsense", "999 what"])(
  "an answer that is no answer loses nobody: %j",
  async (answer) => {
    const issue = `garbage-${answer.length}`;
    const states = await sendThrough(issue, (line) => line.startsWith("RCPT"), answer);
    expect(states.filter((state) => state === "SENT")).toHaveLength(2);
    expect(states).not.toContain("SENDING");
  },
);
