import { expect, onTestFinished, test } from "vitest";
import { rawSmtp, willing } from "@/bin/test/raw-smtp";
import { smtpSink } from "@/bin/test/smtp-sink";
import { openLine } from "./hello";
import { offer } from "./offer";
import { nearServer } from "./samples";

const message = (text = "Subject: Three goals\r\n\r\nThree.\r\n", to = "ada@example.com") => ({
  envelope: { from: "etips@example.com", to },
  raw: Buffer.from(text),
  fileName: "one.eml",
});

async function lineTo(port: number) {
  const opening = await openLine(nearServer(port), undefined);
  if (!opening.ok) throw new Error(opening.why.reply);
  onTestFinished(() => opening.wire.drop("the test is over"));
  return opening;
}

/** What a server hears that offers such extensions, and what became of a message to it. */
async function heard(offers: string[], answer: (line: string) => string | undefined = willing) {
  const lines: string[] = [];
  const server = await rawSmtp((line) => {
    lines.push(line);
    return line.startsWith("EHLO")
      ? ["250-raw.test", ...offers].join("\r\n250-").concat("\r\n250 OK")
      : answer(line);
  });
  onTestFinished(server.close);
  const line = await lineTo(Number(new URL(server.url).port));
  const result = await offer(line, message(), "a+1");
  return { lines, result };
}

test("what a server does not offer is not asked of it", async () => {
  const { lines, result } = await heard([]);
  expect(lines).toEqual([
    "EHLO site.test",
    "MAIL FROM:<etips@example.com>",
    "RCPT TO:<ada@example.com>",
    "DATA",
    ".",
  ]);
  expect(result).toEqual({ state: "accepted", reply: "250 2.0.0 taken" });
});

test("size and notifications are asked for where they are offered", async () => {
  const { lines } = await heard(["SIZE 1000000", "DSN"]);
  expect(lines.slice(1, 3)).toEqual([
    "MAIL FROM:<etips@example.com> SIZE=32 RET=HDRS ENVID=a+2B1",
    "RCPT TO:<ada@example.com> NOTIFY=FAILURE ORCPT=rfc822;ada@example.com",
  ]);
});

test("where pipelining is offered the envelope goes in one go, and nothing of the message before it is asked for", async () => {
  const heardAtRcpt: string[][] = [];
  const lines: string[] = [];
  const server = await rawSmtp((line) => {
    lines.push(line);
    if (line.startsWith("EHLO")) return "250-raw.test\r\n250 PIPELINING";
    if (line.startsWith("RCPT")) {
      heardAtRcpt.push([...lines]);
      return "550 5.1.1 no such user";
    }
    return line === "DATA" ? "554 no valid recipients" : willing(line);
  });
  onTestFinished(server.close);
  const line = await lineTo(Number(new URL(server.url).port));
  expect(await offer(line, message(), "one")).toEqual({
    state: "refused",
    code: 550,
    reply: "550 5.1.1 no such user",
    phase: "rcpt",
  });
  expect(lines.filter((said) => said === "." || said.startsWith("Subject"))).toEqual([]);
});

test.each([
  ["MAIL", "mail"],
  ["RCPT", "rcpt"],
  ["DATA", "data"],
  [".", "data"],
] as const)("a refusal at %s says where it was", async (at, phase) => {
  const answer = (line: string) => (line.startsWith(at) ? "451 4.3.0 not now" : willing(line));
  const wanted = { state: "later", code: 451, reply: "451 4.3.0 not now", phase };
  expect((await heard([], answer)).result).toEqual(wanted);
  expect((await heard(["PIPELINING"], answer)).result).toEqual(wanted);
});

test("a server that accepts before it has the message is not believed", async () => {
  const answer = (line: string) => (line === "DATA" ? "354 go on\r\n250 taken" : willing(line));
  expect((await heard([], answer)).result.state).toBe("unreached");
});

test.each(["", "%%", "354 go on"])(
  "after the message an answer without sense leaves it uncertain: %j",
  async (says) => {
    const answer = (line: string) => (line === "." ? says : willing(line));
    expect((await heard([], answer)).result.state).toBe("uncertain");
  },
);

test.each([
  ["dots at the beginning of lines", ".first\r\n..second\r\nthird.\r\n.\r\nlast\r\n"],
  ["no line end at its end", "Subject: x\r\n\r\nend"],
  ["octets beyond ASCII", "Subject: x\r\n\r\n.Zoë\r\n"],
])("a message arrives as it was: %s", async (_, text) => {
  const sink = await smtpSink();
  onTestFinished(sink.close);
  const line = await lineTo(sink.port);
  expect((await offer(line, message(text), "one")).state).toBe("accepted");
  expect((await offer(line, message(text), "two")).state).toBe("accepted");
  const whole = text.endsWith("\r\n") ? text : `${text}\r\n`;
  expect(sink.received.map(({ raw }) => raw)).toEqual([whole, whole]);
});

test.each(["ada@example.com>\r\nRCPT TO:<grace@example.com", "ada lovelace@example.com", "adä@example.com"])(
  "an address that SMTP cannot carry is skipped and never said: %j",
  async (to) => {
    const sink = await smtpSink();
    onTestFinished(sink.close);
    const line = await lineTo(sink.port);
    expect((await offer(line, message(undefined, to), "one")).state).toBe("skipped");
    expect((await offer(line, message(), "two")).state).toBe("accepted");
    expect(sink.received.map(({ to: people }) => people)).toEqual([["ada@example.com"]]);
  },
);
