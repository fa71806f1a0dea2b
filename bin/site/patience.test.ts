import { Agent } from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { ask, line } from "../test/ask";
import { servedSite } from "../test/served-site";
import { MAX_BODY } from "./body";
import type { Handler } from "./site";

const pages = {
  "/about": { body: "<h1>About Ada</h1>" },
  "/problem/too-large": { body: "<h1>Too much</h1>" },
};
const ABOUT = "GET /about HTTP/1.1\r\nHost: www.example.com\r\n";
const FORM =
  "POST /contact HTTP/1.1\r\nHost: www.example.com\r\nContent-Type: multipart/form-data; boundary=x\r\n";
// So short that no test waits; what is measured is that it ends, and how, not when.
const short = { headers: 60, request: 120, quiet: 60, drain: 100 };

/** A handler that answers when it is told to, and tells when it was asked. */
function slow() {
  const asked = Promise.withResolvers<void>();
  const told = Promise.withResolvers<void>();
  const next: Handler = async (_request, response) => {
    asked.resolve();
    await told.promise;
    response.writeHead(200, { "Content-Type": "text/html; charset=utf-8" }).end("<h1>At last</h1>");
  };
  return { next, asked: asked.promise, answer: told.resolve };
}

test.each([
  ["says nothing at all", ""],
  ["says its headers a letter at a time", "GET /about HTTP/1.1\r\nHost: w"],
  ["never ends its headers", `${ABOUT}X-More: 1\r\n`],
])("a client that %s is hung up on", async (_what, first) => {
  const { port } = await servedSite({ pages, patience: short });
  const { all } = await line(port, first);
  const said = await all;
  if (first !== "") expect(said).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
});

test("a client that never ends its form is hung up on", async () => {
  const { port } = await servedSite({ pages, patience: short });
  const { all } = await line(port, `${FORM}Content-Length: 1000\r\n\r\n--x`);
  expect(await all).toMatch(/^HTTP\/1\.1 408 Request Timeout\r\n/);
});

test("a connection is kept for the next question, and let go when none comes", async () => {
  const { port } = await servedSite({ pages, patience: short });
  const { all } = await line(port, `${ABOUT}\r\n${ABOUT}\r\n`);
  const said = await all;
  expect(said.match(/HTTP\/1\.1 200 OK/g)).toHaveLength(2);
  expect(said).toContain("Connection: keep-alive");
});

test("headers beyond all measure are told so, and an address beyond it by a page", async () => {
  const { port } = await servedSite({ pages });
  const many = await line(port, `${ABOUT}X-Long: ${"x".repeat(200_000)}\r\n\r\n`);
  expect(await many.all).toMatch(/^HTTP\/1\.1 431 /);
  expect((await ask(port, `/about?${"x".repeat(100_000)}`)).status).toBe(414);
});

test("a form of more than a megabyte is refused before it is there, and nobody is told to go on sending it", async () => {
  const { port } = await servedSite({ pages });
  const { all } = await line(port, `${FORM}Content-Length: ${MAX_BODY + 1}\r\nExpect: 100-continue\r\n\r\n`);
  const said = await all;
  expect(said).toMatch(/^HTTP\/1\.1 413 /);
  expect(said).toContain("Connection: close");
  expect(said).toContain("<h1>Too much</h1>");
});

test("a form that fits is asked for", async () => {
  const { port } = await servedSite({ pages });
  const { socket, all } = await line(
    port,
    `${FORM}Content-Length: 7\r\nExpect: 100-continue\r\nConnection: close\r\n\r\n`,
  );
  await new Promise((resolve) => socket.once("data", resolve));
  socket.write("--x--\r\n");
  expect(await all).toMatch(/^HTTP\/1\.1 100 Continue\r\n\r\nHTTP\/1\.1 404 /);
});

test("told to end, it answers what was asked, lets every connection go, and takes no further one", async () => {
  const { next, asked, answer } = slow();
  const { port, stop } = await servedSite({ pages, next });
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  onTestFinished(() => agent.destroy());
  expect((await ask(port, "/about", { agent })).headers.connection).toBe("keep-alive");
  const waiting = ask(port, "/contact");
  await asked;
  const stopped = stop();
  await expect(ask(port, "/about")).rejects.toThrow("ECONNREFUSED");
  answer();
  expect((await waiting).body.toString()).toContain("At last");
  await stopped;
});

test("whoever is never done does not keep it from ending", async () => {
  const { next, asked } = slow();
  const { port, stop } = await servedSite({ pages, next, patience: short });
  const waiting = ask(port, "/contact").catch((error: Error) => error.message);
  await asked;
  await stop();
  expect(await waiting).toBe("socket hang up");
});

test("from the moment it is told to end it is not ready, and each answer is the last of its connection", async () => {
  const { port, announce } = await servedSite({ pages });
  announce();
  const agent = new Agent({ keepAlive: true });
  onTestFinished(() => agent.destroy());
  for (const [path, status] of [
    ["/health/ready", 503],
    ["/health/live", 200],
    ["/about", 200],
    ["/nobody", 404],
  ] as const) {
    const answer = await ask(port, path, { agent });
    expect(answer.status).toBe(status);
    expect(answer.headers.connection).toBe("close");
  }
});
