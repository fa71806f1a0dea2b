import { readFile } from "node:fs/promises";
import type { IncomingMessage, ServerResponse } from "node:http";
import { join } from "node:path";
import type { FinishedEntry, Slice } from "../build/finish";
import { isKnown, rangeOf } from "./conditional";
import { chooseEncoding, type Encoding } from "./encoding";

type Headers = Record<string, string | number>;
type Form = { bytes: Buffer; headers: Headers };

/** One address with its answer ready in every form. */
export type Finished = { status: number; etag: string; forms: Record<Encoding, Form>; ranges: boolean };

function formOf(entry: FinishedEntry, encoding: Encoding, bytes: Buffer, shared: Headers): Form {
  const headers: Headers = {
    ...shared,
    "Content-Type": entry.type,
    "Content-Length": bytes.length,
    "Cache-Control": entry.cache,
    ETag: encoding === "identity" ? `"${entry.etag}"` : `"${entry.etag}-${encoding}"`,
  };
  if (entry.br) headers.Vary = "Accept-Encoding";
  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  return { bytes, headers };
}

/** Takes finished bytes into memory, each with the headers it will be sent with. */
export async function loadFinished(
  folder: string,
  headersFor: (pathname: string) => Headers,
): Promise<Map<string, Finished>> {
  const index: FinishedEntry[] = JSON.parse(await readFile(join(folder, "index.json"), "utf8"));
  const bytes = await readFile(join(folder, "bytes"));
  const cut = ([offset, length]: Slice) => bytes.subarray(offset, offset + length);
  return new Map(
    index.map((entry) => {
      const shared = headersFor(entry.pathname);
      const form = (encoding: Encoding, slice: Slice) => formOf(entry, encoding, cut(slice), shared);
      const identity = form("identity", entry.identity);
      const forms = {
        identity,
        br: entry.br ? form("br", entry.br) : identity,
        gzip: entry.gzip ? form("gzip", entry.gzip) : identity,
      };
      return [
        entry.pathname,
        { status: entry.status, etag: entry.etag, forms, ranges: entry.br === undefined },
      ];
    }),
  );
}

/** Answers GET and HEAD with finished bytes. */
export function sendFinished(
  request: IncomingMessage,
  response: ServerResponse,
  page: Finished,
  status?: number,
): void {
  const form = page.forms[chooseEncoding(request.headers["accept-encoding"])];
  const answer = status ?? page.status;
  if (answer === 200 && isKnown(request.headers["if-none-match"], page.etag)) {
    const {
      "Content-Length": _length,
      "Content-Type": _type,
      "Content-Encoding": _encoding,
      ...headers
    } = form.headers;
    response.writeHead(304, headers).end();
    return;
  }
  const range = answer === 200 && page.ranges ? rangeOf(request.headers.range, form.bytes.length) : undefined;
  if (range === "unsatisfiable") {
    response.writeHead(416, { "Content-Range": `bytes */${form.bytes.length}`, "Content-Length": 0 }).end();
    return;
  }
  if (range && request.method === "GET") {
    const part = form.bytes.subarray(range.start, range.end + 1);
    const place = `bytes ${range.start}-${range.end}/${form.bytes.length}`;
    response
      .writeHead(206, { ...form.headers, "Content-Range": place, "Content-Length": part.length })
      .end(part);
    return;
  }
  response.writeHead(answer, form.headers);
  response.end(request.method === "HEAD" ? undefined : form.bytes);
}
