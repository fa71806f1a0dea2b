import { expect, onTestFinished, test } from "vitest";
import { rawSmtp, willing } from "@/bin/test/raw-smtp";
import { type SmtpSink, smtpSink } from "@/bin/test/smtp-sink";
import { now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import { newId } from "@/lib/ids";
import { accountOf } from "./account";
import { prepareSend } from "./prepare";
import { activeReaders, sampleLetter } from "./samples";
import { runSendingWorker } from "./worker";

type Behaviour = Parameters<typeof smtpSink>[0];

async function sinkFor(behaviour: Behaviour = {}): Promise<SmtpSink> {
  const sink = await smtpSink(behaviour);
  Object.assign(env(), { SMTP_URL: sink.url, SEND_RATE: 10_000, SEND_CONNECTIONS: 2 });
  onTestFinished(sink.close);
  return sink;
}

/** What is said, line by line, to a server that offers these extensions. */
async function saidTo(offers: string[]): Promise<string[]> {
  const said: string[] = [];
  const hello = ["raw.test", ...offers].map((word, at) => `250${at < offers.length ? "-" : " "}${word}`);
  const server = await rawSmtp((line) => {
    said.push(line);
    return line.startsWith("EHLO") ? hello.join("\r\n") : willing(line);
  });
  onTestFinished(server.close);
  Object.assign(env(), { SMTP_URL: server.url, SEND_RATE: 10_000, SEND_CONNECTIONS: 1 });
  return said;
}

/** Sends an issue to Ada of example.com and to whoever was put into the table by hand. */
async function sendTo(issue: string, ...emails: string[]) {
  await activeReaders(1);
  for (const email of emails) {
    const row = { id: newId(), email, emailKey: email.toLowerCase(), name: "Grace" };
    await db().subscriber.create({ data: { ...row, status: "ACTIVE", confirmedAt: now(), revision: 1 } });
  }
  await prepareSend(sampleLetter(issue), now());
  await runSendingWorker({ signal: new AbortController().signal, once: true });
  const rows = await db().delivery.findMany({ where: { issue }, select: { state: true } });
  return rows.map(({ state }) => state).sort();
}

test("an address with letters beyond ASCII goes to a server that offers SMTPUTF8, its domain in A-labels", async () => {
  const said = await saidTo(["SMTPUTF8", "8BITMIME"]);
  expect(await sendTo("utf8", "grâce@bücher.test")).toEqual(["SENT", "SENT"]);
  expect(said).toContain("MAIL FROM:<etips@example.com>");
  expect(said).toContain("MAIL FROM:<etips@example.com> SMTPUTF8 BODY=8BITMIME");
  expect(said).toContain("RCPT TO:<grâce@xn--bcher-kva.test>");
});

test("at any other server that reader is passed over with the reason, and the rest goes on", async () => {
  const sink = await sinkFor({ hideSMTPUTF8: true });
  expect(await sendTo("no-utf8", "grâce@example.com")).toEqual(["SENT", "SKIPPED"]);
  expect(sink.received.map(({ to }) => to)).toEqual([["ada0@example.com"]]);
  expect((await accountOf("no-utf8")).skipped).toEqual([
    { what: expect.stringMatching(/need SMTPUTF8, which the mail server does not offer/), count: 1 },
  ]);
});

test("a domain with letters of its own needs nothing of the server", async () => {
  const said = await saidTo([]);
  expect(await sendTo("idn", "grace@bücher.test")).toEqual(["SENT", "SENT"]);
  expect(said).toContain("RCPT TO:<grace@xn--bcher-kva.test>");
  expect(said.join()).not.toContain("SMTPUTF8");
  const sink = await sinkFor();
  await sendTo("idn-head", "grace@bücher.test");
  const message = sink.received.find(({ to }) => to[0]?.startsWith("grace"));
  const [head = "", ...body] = message?.raw.split("\r\n\r\n") ?? [];
  expect(head).toContain("\r\nTo: Grace <grace@xn--bcher-kva.test>\r\n");
  expect(head).toMatch(/^[ -~\r\n\t]*$/);
  // In the text it stands as its owner writes it.
  expect(body.join()).toContain("grace@b=C3=BCcher.test");
});

test("what nobody can carry is passed over and told of", async () => {
  await sinkFor();
  expect(await sendTo("odd", "grace..hopper@example.com")).toEqual(["SENT", "SKIPPED"]);
  expect((await accountOf("odd")).skipped).toEqual([
    { what: expect.stringMatching(/cannot be carried/), count: 1 },
  ]);
});

test("reports of failure are asked for where the server offers them, and not elsewhere", async () => {
  const said = await saidTo(["DSN", "SMTPUTF8", "8BITMIME"]);
  await sendTo("reports", "grâce@example.com");
  const rows = await db().delivery.findMany({ where: { issue: "reports" } });
  for (const { id } of rows) expect(said.join("\n")).toContain(` RET=HDRS ENVID=${id}\n`);
  expect(said).toContain("RCPT TO:<ada0@example.com> NOTIFY=FAILURE ORCPT=rfc822;ada0@example.com");
  expect(said).toContain("RCPT TO:<grâce@example.com> NOTIFY=FAILURE ORCPT=utf-8;gr\\x{E2}ce@example.com");
  const silent = await saidTo([]);
  await sendTo("no-reports");
  expect(silent).toContain("RCPT TO:<ada0@example.com>");
  expect(silent.join()).not.toMatch(/ENVID|NOTIFY|ORCPT/);
});

test("TLS is used on this machine too, where it is offered", async () => {
  const secure: boolean[] = [];
  await sinkFor({
    disabledCommands: [],
    onMailFrom(_address, session, callback) {
      secure.push(session.secure);
      callback();
    },
  });
  expect(await sendTo("tls")).toEqual(["SENT"]);
  expect(secure).toEqual([true]);
});

test.each([
  ["offers no TLS", ["STARTTLS"]],
  ["shows a certificate that nobody vouches for", []],
])("a server elsewhere that %s gets no message", async (what, disabledCommands) => {
  const sink = await sinkFor({ disabledCommands });
  // A way of writing the loopback address that is not taken for this machine.
  Object.assign(env(), { SMTP_URL: sink.url.replace("127.0.0.1", "127.1") });
  expect(await sendTo(what)).toEqual(["RETRY"]);
  expect(sink.received).toEqual([]);
  const row = await db().delivery.findFirstOrThrow({ where: { issue: what } });
  expect(row.lastReply).toMatch(/TLS|certificate/i);
});
