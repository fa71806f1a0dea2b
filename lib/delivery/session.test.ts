import { createServer } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { willing } from "@/bin/test/raw-smtp";
import { LIMITS, Session } from "./session";

/** A server that answers like any other, but at one line begins an answer that never ends. */
async function tricklingAt(end: string): Promise<number> {
  const server = createServer((socket) => {
    let trickle: NodeJS.Timeout | undefined;
    socket.on("error", () => {});
    socket.on("close", () => clearInterval(trickle));
    socket.write("220 slow.test\r\n");
    socket.on("data", (chunk) => {
      const lines = String(chunk).split("\r\n").filter(Boolean);
      const line = lines.at(-1) ?? "";
      if (line.startsWith(end)) trickle = setInterval(() => socket.write("2"), 20);
      else if (/^(EHLO|MAIL|RCPT|DATA)/.test(line)) socket.write(`${willing(line)}\r\n`);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return address.port;
}

test.each([
  ["EHLO", "unreached"],
  ["RCPT", "unreached"],
  [".", "uncertain"],
])("a server that trickles at %s is given up, and the message is %s", async (at, state) => {
  const port = await tricklingAt(at);
  const session = new Session({ host: "127.0.0.1", port, ignoreTLS: true }, undefined);
  const { longest } = LIMITS;
  onTestFinished(() => void Object.assign(LIMITS, { longest }));
  Object.assign(LIMITS, { longest: 300 });
  onTestFinished(() => session.close());
  const envelope = { from: "etips@example.com", to: "ada@example.com" };
  const raw = Buffer.from("Subject: Three goals\r\n\r\nThree.\r\n");
  expect(await session.hand({ envelope, raw, fileName: "one.eml" }, "one")).toEqual({
    state,
    reply: "the server took too long",
  });
});
