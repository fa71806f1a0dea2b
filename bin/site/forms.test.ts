import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ask } from "../test/ask";
import { servedSite } from "../test/served-site";
import type { Handler } from "./site";

const PAGE = `<!DOCTYPE html><title>Ada</title><p>${"A page that is long enough to be worth it. ".repeat(40)}</p>`;
const PICTURE = Buffer.from(Array.from({ length: 1000 }, (_, i) => i % 251));
const pages = { "/about": { body: PAGE }, "/ada.png": { body: PICTURE, type: "image/png" } };

const UNPACKED = new Map([
  [undefined, (bytes: Buffer) => bytes],
  ["br", brotliDecompressSync],
  ["gzip", gunzipSync],
]);

function unpacked(bytes: Buffer, encoding: string | undefined): string {
  return (UNPACKED.get(encoding)?.(bytes) ?? Buffer.from(`unknown form ${encoding}`)).toString();
}

const dynamic: Handler = async (request, response) => {
  response.writeHead(200, { "Content-Type": "text/html; charset=utf-8", "X-Method": request.method });
  response.end(request.url === "/search?q=a" ? PAGE : "");
};

test.each([
  ["br, gzip", "br"],
  ["gzip, br;q=0", "gzip"],
  ["*", "br"],
  ["br;q=0, gzip;q=0", undefined],
  ["*;q=0", undefined],
  ["br;q=0.1, identity", undefined],
  [";;=,q=\u00ff", undefined],
  [",".repeat(9000), undefined],
  ["x".repeat(9000), undefined],
])("whoever takes %s gets the same page, packed as %s", async (accept, encoding) => {
  const { port } = await servedSite({ pages, next: dynamic });
  for (const path of ["/about", "/search?q=a"]) {
    const { status, headers, body } = await ask(port, path, { headers: { "Accept-Encoding": accept } });
    expect(status).toBe(200);
    expect(headers["content-encoding"]).toBe(encoding);
    expect(headers["content-length"]).toBe(String(body.length));
    expect(headers.vary).toBe("Accept-Encoding");
    expect(unpacked(body, encoding)).toBe(PAGE);
  }
});

test("each form has a tag of its own, by which any form is known to be unchanged", async () => {
  const { port } = await servedSite({ pages });
  const tags: string[] = [];
  for (const accept of ["identity", "br", "gzip"]) {
    const headers = { "Accept-Encoding": accept };
    const whole = await ask(port, "/about", { headers });
    tags.push(whole.headers.etag ?? "");
    for (const method of ["GET", "HEAD"]) {
      const again = await ask(port, "/about", {
        method,
        headers: { ...headers, "If-None-Match": `"other", W/${whole.headers.etag}` },
      });
      expect(again.status).toBe(304);
      expect(again.body).toHaveLength(0);
      expect(again.headers).toMatchObject({
        etag: whole.headers.etag,
        vary: "Accept-Encoding",
        "cache-control": whole.headers["cache-control"],
      });
      expect(again.headers["content-length"]).toBeUndefined();
    }
    const changed = await ask(port, "/about", { headers: { ...headers, "If-None-Match": '"other"' } });
    expect(changed.status).toBe(200);
  }
  expect(new Set(tags).size).toBe(3);
  for (const tag of tags) expect(tag).toMatch(/^"[\w-]+"$/);
});

test("HEAD tells all that GET tells, and nothing else follows", async () => {
  const { port } = await servedSite({ pages, next: dynamic });
  for (const path of ["/about", "/ada.png", "/search?q=a"]) {
    const headers = { "Accept-Encoding": "gzip" };
    const whole = await ask(port, path, { headers });
    const head = await ask(port, path, { method: "HEAD", headers });
    const { date: _asked, ...told } = head.headers;
    const { date: _got, ...expected } = whole.headers;
    expect(head.body).toHaveLength(0);
    expect(told).toEqual(expected);
    expect(Number(told["content-length"])).toBe(whole.body.length);
  }
});

test.each([
  ["bytes=0-9", 206, "bytes 0-9/1000", PICTURE.subarray(0, 10)],
  ["bytes=990-", 206, "bytes 990-999/1000", PICTURE.subarray(990)],
  ["bytes=-1", 206, "bytes 999-999/1000", PICTURE.subarray(999)],
  ["bytes=0-5000", 206, "bytes 0-999/1000", PICTURE],
  ["bytes=1000-", 416, "bytes */1000", Buffer.alloc(0)],
  ["bytes=0-1,5-6", 200, undefined, PICTURE],
  ["bytes=9-1", 200, undefined, PICTURE],
  ["bytes=", 200, undefined, PICTURE],
  [`bytes=${"9".repeat(5000)}-`, 200, undefined, PICTURE],
  ["\u00ff", 200, undefined, PICTURE],
])("of a picture, Range %s gives %i", async (range, status, place, bytes) => {
  const { port } = await servedSite({ pages });
  const answer = await ask(port, "/ada.png", { headers: { Range: range } });
  expect(answer.status).toBe(status);
  expect(answer.headers["content-range"]).toBe(place);
  expect(answer.headers["content-length"]).toBe(String(bytes.length));
  expect(answer.headers["accept-ranges"]).toBe("bytes");
  expect(answer.body.equals(bytes)).toBe(true);
});

test("a part is given only of the very picture whose other part a client has", async () => {
  const { port } = await servedSite({ pages });
  const { etag = "" } = (await ask(port, "/ada.png")).headers;
  const part = async (condition: string) =>
    (await ask(port, "/ada.png", { headers: { Range: "bytes=0-1", "If-Range": condition } })).status;
  expect(await part(etag)).toBe(206);
  for (const other of ['"other"', `W/${etag}`, "Tue, 10 Jun 2008 12:00:00 GMT", ""])
    expect(await part(other)).toBe(200);
});

test("a picture that is known is not sent in part, and HEAD has no parts", async () => {
  const { port } = await servedSite({ pages });
  const { etag = "" } = (await ask(port, "/ada.png")).headers;
  const headers = { Range: "bytes=0-1" };
  expect((await ask(port, "/ada.png", { headers: { ...headers, "If-None-Match": etag } })).status).toBe(304);
  expect((await ask(port, "/ada.png", { method: "HEAD", headers })).status).toBe(200);
});

test("what comes packed has no parts, for a part of it would mean something else in each form", async () => {
  const { port } = await servedSite({ pages });
  const answer = await ask(port, "/about", { headers: { Range: "bytes=0-9" } });
  expect(answer.status).toBe(200);
  expect(answer.headers["accept-ranges"]).toBeUndefined();
});
