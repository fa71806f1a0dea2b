import { createServer } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { line } from "../test/ask";
import { MAX_BODY, readBody } from "./body";

/** What is read of one form, sent in these pieces by somebody who then hangs up, or keeps silent. */
async function readOf(headers: string, pieces: readonly string[], hangsUp: boolean) {
  const read = Promise.withResolvers<Awaited<ReturnType<typeof readBody>>>();
  const server = createServer((request, response) => {
    response.writeContinue();
    readBody(request).then(read.resolve, read.reject);
  });
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const { socket } = await line(address.port, `POST / HTTP/1.1\r\nHost: example.com\r\n${headers}\r\n\r\n`);
  // The server is reading once it says so.
  await new Promise((resolve) => socket.once("data", resolve));
  for (const piece of pieces) socket.write(piece);
  if (hangsUp) socket.destroy();
  return read.promise;
}

test("a form is read whole, however it comes", async () => {
  expect(String(await readOf("Content-Length: 6", ["a=1", "&b="], false))).toBe("a=1&b=");
  expect(String(await readOf("Transfer-Encoding: chunked", ["3\r\na=1\r\n", "0\r\n\r\n"], false))).toBe(
    "a=1",
  );
});

test("whoever goes away in the middle of a form is gone, which is no failure of ours", async () => {
  expect(await readOf("Content-Length: 1000", ["a=1"], true)).toBe("gone");
  expect(await readOf("Transfer-Encoding: chunked", ["3\r\na=1\r\n"], true)).toBe("gone");
});

test("a form is too large as soon as it says so, or as soon as it is", async () => {
  expect(await readOf(`Content-Length: ${MAX_BODY + 1}`, [], false)).toBe("too-large");
  const chunk = `${MAX_BODY.toString(16)}\r\n${"a".repeat(MAX_BODY)}\r\n`;
  expect(await readOf("Transfer-Encoding: chunked", [chunk, chunk], false)).toBe("too-large");
});
