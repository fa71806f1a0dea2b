import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { freePort } from "@/bin/test/free-port";
import { imapFake } from "@/bin/test/imap-fake";
import { smtpSink } from "@/bin/test/smtp-sink";
import { mailboxFinding, smtpFinding } from "./servers";

/** A mail server that lets in nobody but Ada. */
async function adasServer(): Promise<number> {
  const sink = await smtpSink({
    authOptional: false,
    allowInsecureAuth: true,
    onAuth: ({ username, password }, _session, done) =>
      username === "ada" && password === "engine"
        ? done(null, { user: "ada" })
        : done(new Error("Invalid username or password")),
  });
  onTestFinished(sink.close);
  return sink.port;
}

test("a server that answers and takes the login is well; a wrong password and nobody there are not", async () => {
  const port = await adasServer();
  expect(await smtpFinding(`smtp://ada:engine@127.0.0.1:${port}`)).toMatchObject({ state: "ok" });
  const refused = await smtpFinding(`smtp://ada:difference@127.0.0.1:${port}`);
  expect(refused).toMatchObject({ state: "fail", detail: expect.stringMatching(/Invalid|535/) });
  expect(JSON.stringify(refused)).not.toContain("difference");
  expect(await smtpFinding(`smtp://127.0.0.1:${await freePort()}`)).toMatchObject({ state: "fail" });
  expect(await smtpFinding(undefined)).toMatchObject({ state: "warn" });
});

test("a server that talks no TLS where it must is not well", async () => {
  const port = await adasServer();
  expect(await smtpFinding(`smtps://ada:engine@127.0.0.1:${port}`)).toMatchObject({ state: "fail" });
});

test("the mailbox for returned mail: let in, turned away, no mailbox at all", async () => {
  const fake = await imapFake([]);
  onTestFinished(fake.close);
  expect(await mailboxFinding(fake.url, "bounces@example.com")).toMatchObject({ state: "ok" });
  expect(await mailboxFinding(fake.url.replace(":secret", ":wrong"), undefined)).toMatchObject({
    state: "fail",
  });
  const other = createServer((socket) => socket.end("SSH-2.0-OpenSSH\r\n")).listen(0, "127.0.0.1");
  onTestFinished(() => void other.close());
  const address = other.address();
  const port = typeof address === "object" && address ? address.port : 0;
  expect(await mailboxFinding(`imap://a:b@127.0.0.1:${port}`, undefined)).toMatchObject({ state: "fail" });
  expect(await mailboxFinding(undefined, "bounces@example.com")).toMatchObject({ state: "warn" });
  expect(await mailboxFinding(undefined, undefined)).toMatchObject({ state: "warn" });
});
