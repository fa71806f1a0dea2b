import { SMTPServer } from "smtp-server";
import { expect, onTestFinished, test } from "vitest";
import { rawSmtp, willing } from "@/bin/test/raw-smtp";
import { smtpSink } from "@/bin/test/smtp-sink";
import { Session } from "./session";

const posted = (text = "Subject: Three goals\r\n\r\nThree.\r\n") => ({
  envelope: { from: "etips@example.com", to: "ada@example.com" },
  raw: Buffer.from(text),
  fileName: "one.eml",
});

function sessionTo(port: number, auth?: { user: string; pass: string }): Session {
  const options = { host: "127.0.0.1", port, tls: { rejectUnauthorized: false } };
  const session = new Session(options, auth && { ...auth, credentials: auth });
  onTestFinished(() => session.close());
  return session;
}

/** What a server hears that offers such extensions, and what became of a message to it. */
async function heard(offers: string[], answer: (line: string) => string | undefined = willing) {
  const lines: string[] = [];
  const hello = ["250-raw.test", ...offers.map((word) => `250-${word}`), "250 OK"].join("\r\n");
  const server = await rawSmtp((line) => {
    lines.push(line);
    return line.startsWith("EHLO") ? hello : answer(line);
  });
  onTestFinished(server.close);
  const result = await sessionTo(Number(new URL(server.url).port)).hand(posted(), "one");
  return { lines: lines.slice(1), result };
}

test.each([
  ["dots at the beginning of lines", ".first\r\n..second\r\nthird.\r\n.\r\nlast\r\n"],
  ["no line end at its end", "Subject: x\r\n\r\nend"],
  ["octets beyond ASCII", "Subject: x\r\n\r\n.Zoë\r\n"],
  ["more than a socket takes in one go", `Subject: x\r\n\r\n${"Three goals. \r\n.\r\n".repeat(100_000)}`],
])("a message arrives as it was, one after the other on the same line: %s", async (_, text) => {
  const sink = await smtpSink();
  onTestFinished(sink.close);
  const session = sessionTo(sink.port);
  expect((await session.hand(posted(text), "one")).state).toBe("accepted");
  expect((await session.hand(posted(text), "two")).state).toBe("accepted");
  const whole = text.endsWith("\r\n") ? text : `${text}\r\n`;
  expect(sink.received.map(({ raw }) => raw === whole)).toEqual([true, true]);
});

test("a message arrives over TLS and after a login too", async () => {
  const got: string[] = [];
  const server = new SMTPServer({
    logger: false,
    onAuth: ({ username, password }, _session, callback) =>
      callback(null, username === "ada" && password === "secret" ? { user: "ada" } : {}),
    onData(stream, _session, callback) {
      stream.on("data", (chunk: Buffer) => got.push(chunk.toString()));
      stream.on("end", () => callback());
    },
  });
  server.on("error", () => {});
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const session = sessionTo(address.port, { user: "ada", pass: "secret" });
  expect((await session.hand(posted(), "one")).state).toBe("accepted");
  expect(got.join("")).toBe(posted().raw.toString());
});

test("where pipelining is offered the envelope goes in one go, and no text before it is asked for", async () => {
  const refusing = (line: string) => {
    if (line.startsWith("RCPT")) return "550 5.1.1 no such user";
    return line === "DATA" ? "554 no valid recipients" : willing(line);
  };
  const { lines, result } = await heard(["PIPELINING"], refusing);
  expect(result).toMatchObject({ state: "refused", code: 550, phase: "rcpt" });
  expect(lines).toEqual(["MAIL FROM:<etips@example.com>", "RCPT TO:<ada@example.com>", "DATA"]);
});

test.each([
  ["MAIL", "mail"],
  ["RCPT", "rcpt"],
  ["DATA", "data"],
  [".", "data"],
] as const)("a refusal at %s says where it was, pipelined or not", async (at, phase) => {
  const answer = (line: string) => (line.startsWith(at) ? "451 4.3.0 not now" : willing(line));
  const wanted = { state: "later", code: 451, phase };
  expect((await heard([], answer)).result).toMatchObject(wanted);
  expect((await heard(["PIPELINING"], answer)).result).toMatchObject(wanted);
});

test.each([[], ["PIPELINING"]])(
  "a line that breaks at the end of the text leaves it uncertain: %j",
  async (...offers) => {
    const breaking = (line: string) => (line === "." ? undefined : willing(line));
    expect((await heard(offers, breaking)).result.state).toBe("uncertain");
  },
);

test.each(["MAIL", "RCPT", "DATA"])(
  "a line that breaks at %s has carried nothing, pipelined or not",
  async (at) => {
    const breaking = (line: string) => (line.startsWith(at) ? undefined : willing(line));
    expect((await heard([], breaking)).result.state).toBe("unreached");
    expect((await heard(["PIPELINING"], breaking)).result.state).toBe("unreached");
  },
);
