import type { AddressInfo } from "node:net";
import { SMTPServer, type SMTPServerOptions } from "smtp-server";
import { expect, onTestFinished, test } from "vitest";
import { rawSmtp, willing } from "@/bin/test/raw-smtp";
import { openLine } from "./hello";
import { nearServer } from "./samples";

async function server(options: SMTPServerOptions): Promise<number> {
  const made = new SMTPServer({ logger: false, ...options });
  made.on("error", () => {});
  await new Promise<void>((resolve) => made.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => new Promise<void>((resolve) => made.close(() => resolve())));
  return (made.server.address() as AddressInfo).port;
}

async function said(port: number, settings = {}, credentials?: { user: string; pass: string }) {
  const opening = await openLine({ ...nearServer(port), ...settings }, credentials);
  if (opening.ok) opening.wire.drop("the test is over");
  return opening.ok ? "open" : opening.why;
}

const ada = { user: "ada", pass: "a pass\u00e9 word" };
const letIn: SMTPServerOptions = {
  allowInsecureAuth: true,
  onAuth: (auth, _session, callback) => {
    const right = auth.method === "CRAM-MD5" ? auth.validatePassword(ada.pass) : auth.password === ada.pass;
    callback(null, auth.username === ada.user && right ? { user: ada.user } : {});
  },
};

test.each(["PLAIN", "LOGIN", "CRAM-MD5"])(
  "logs in by %s, and tells of a password that is wrong",
  async (method) => {
    const port = await server({ ...letIn, authMethods: [method], disabledCommands: ["STARTTLS"] });
    expect(await said(port, {}, ada)).toBe("open");
    expect(await said(port, {}, { ...ada, pass: "wrong" })).toMatchObject({
      state: "refused",
      code: 535,
      phase: "connect",
    });
  },
);

test("goes over to TLS and logs in after it", async () => {
  const port = await server({ ...letIn, allowInsecureAuth: false });
  expect(await said(port, { requireTLS: true }, ada)).toBe("open");
});

test("speaks TLS from the first octet on", async () => {
  const port = await server({ ...letIn, secure: true });
  expect(await said(port, { secure: true }, ada)).toBe("open");
});

test.each([{ requireTLS: true }, { secure: true }])(
  "a certificate that nobody vouches for is refused: %j",
  async (settings) => {
    const port = await server({ ...letIn, secure: "secure" in settings });
    const { state } = Object(await said(port, { ...settings, anyCertificate: false }));
    expect(state).toBe("unreached");
  },
);

test("where TLS is required and not offered nothing goes on in the clear", async () => {
  const lines: string[] = [];
  const plain = await rawSmtp((line) => {
    lines.push(line);
    return line === "STARTTLS" ? "502 what" : willing(line);
  });
  onTestFinished(plain.close);
  const answer = await said(Number(new URL(plain.url).port), { requireTLS: true }, ada);
  expect(answer).toMatchObject({ state: "unreached", reply: "no TLS: 502 what" });
  expect(lines).toEqual(["EHLO site.test", "STARTTLS"]);
});

test("words slipped in before TLS began are not taken for the server's", async () => {
  const plain = await rawSmtp((line) => {
    if (line.startsWith("EHLO")) return "250-raw.test\r\n250 STARTTLS";
    return line === "STARTTLS" ? "220 go\r\n250 AUTH PLAIN" : willing(line);
  });
  onTestFinished(plain.close);
  expect(await said(Number(new URL(plain.url).port))).toMatchObject({
    state: "unreached",
    reply: "it spoke before TLS did",
  });
});

test("an old server is greeted in the old way", async () => {
  const lines: string[] = [];
  const old = await rawSmtp((line) => {
    lines.push(line);
    return line.startsWith("EHLO") ? "500 what" : willing(line);
  });
  onTestFinished(old.close);
  expect(await said(Number(new URL(old.url).port))).toBe("open");
  expect(lines).toEqual(["EHLO site.test", "HELO site.test"]);
});

test("a server that is not there, or hangs up, is unreached", async () => {
  const gone = await rawSmtp(() => undefined);
  const port = Number(new URL(gone.url).port);
  expect(await said(port)).toMatchObject({ state: "unreached" });
  await gone.close();
  expect(await said(port)).toMatchObject({ state: "unreached" });
});
