import { expect, test } from "vitest";
import { line } from "../test/ask";
import { servedSite } from "../test/served-site";

const pages = {
  "/": { body: "<h1>Ada</h1>" },
  "/ada.png": { body: Buffer.alloc(500, 7), type: "image/png" },
  "/problem/not-found": { body: "<h1>Not here</h1>" },
  "/problem/bad-request": { body: "<h1>Not understood</h1>" },
};

const METHODS = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "OPTIONS",
  "TRACE",
  "PROPFIND",
  "get",
  "G\u00c4T",
  "CONNECT",
  "",
];
const TARGETS = [
  "/",
  "/ada.png",
  "*",
  "http://evil.example/",
  "http://",
  "evil.example:443",
  "/..",
  "/../../etc/passwd",
  "/%2e%2e%2f%2e%2e%2fetc/passwd",
  "/%00",
  "/\u00ff",
  "/\\..\\",
  "//..//",
  "/ada.png/..",
  "/?%00=%ff&&&=",
  `/?${"%".repeat(9000)}`,
  `/${"a/".repeat(3000)}`,
  "/__proto__",
  "/constructor",
  "/ezine?topic=__proto__",
  "/_next/../../package.json",
  "/ada.png?..%2f",
  "",
];
const HEADERS = [
  "If-None-Match: \u00ff",
  `If-None-Match: ${'"",W/'.repeat(2000)}`,
  "If-None-Match: *",
  "Range: bytes=-",
  "Range: bytes=0-0,-1",
  `Range: bytes=${"0-1,".repeat(3000)}`,
  "If-Range: \u0080",
  "Accept-Encoding: br;q=NaN, *;q=-1",
  `Accept-Encoding: ${"gzip,".repeat(5000)}`,
  "Content-Length: -1",
  "Content-Length: 1e9",
  "Transfer-Encoding: chunked, identity",
  "Transfer-Encoding: chunked\r\nContent-Length: 5",
  "Host: evil.example",
  "Connection: upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Key: x",
  "Expect: the unexpected",
  "Content-Type: multipart/form-data; boundary=",
  "Content-Type: application/x-www-form-urlencoded; charset=utf-99",
  "X-Middleware-Subrequest: middleware",
  "Referer: \u0001",
  " folded: header",
  ": nameless",
  "no colon at all",
  "X-Forwarded-Host: evil.example",
];

/** Every target with every method, and every target with each header, the others by turns. */
const QUESTIONS = TARGETS.flatMap((target, t) => [
  ...METHODS.map((method, m) => [method, target, HEADERS[(t + m) % HEADERS.length] ?? ""] as const),
  ...HEADERS.map((header, h) => [METHODS[(t + h) % 3] ?? "GET", target, header] as const),
]);

const UNDERSTOOD = [200, 206, 304, 308];
const TURNED_AWAY = [400, 403, 404, 405, 408, 413, 414, 415, 416, 417, 431];

test(`none of ${QUESTIONS.length} questions that nobody in their right mind asks is a failure of ours`, async () => {
  const { port } = await servedSite({ pages, patience: { headers: 3000, request: 3000, quiet: 100 } });
  const wrong: string[] = [];
  for (let at = 0; at < QUESTIONS.length; at += 50) {
    await Promise.all(
      QUESTIONS.slice(at, at + 50).map(async ([method, target, header]) => {
        const question = `${method} ${target} HTTP/1.1\r\nHost: www.example.com\r\nConnection: close\r\n${header}\r\n\r\n`;
        const { socket, all } = await line(port, question);
        socket.end();
        const said = await all;
        const status = Number(/^HTTP\/1\.1 (\d{3}) /.exec(said)?.[1]);
        // Nobody tunnels through us: a CONNECT is hung up on without a word.
        const fine =
          [...UNDERSTOOD, ...TURNED_AWAY].includes(status) || (method === "CONNECT" && said === "");
        const leaks = /root:|"private":|possibilities-site-|node:internal| at .*\.ts:/.test(said);
        if (!fine || leaks)
          wrong.push(`${method} ${target.slice(0, 40)} | ${header.slice(0, 40)}: ${said.slice(0, 80)}`);
      }),
    );
  }
  expect(wrong).toEqual([]);
  const still = await line(port, "GET / HTTP/1.1\r\nHost: www.example.com\r\nConnection: close\r\n\r\n");
  expect(await still.all).toContain("<h1>Ada</h1>");
});

test("the whole address in the first line, as a proxy is asked, is the same as its path", async () => {
  const { port } = await servedSite({ pages });
  const { all } = await line(
    port,
    "GET http://www.example.com/ HTTP/1.1\r\nHost: www.example.com\r\nConnection: close\r\n\r\n",
  );
  expect(await all).toMatch(/^HTTP\/1\.1 200 [\s\S]*<h1>Ada<\/h1>/);
});
