import { closeSync, openSync, readFileSync, readSync, statSync } from "node:fs";
import { join } from "node:path";
import { BUNDLE, type FinishedEntry, type Slice } from "../build/bundle";
import type { Encoding } from "./encoding";
import { SPECULATION_PATH } from "./speculation";

type Headers = Record<string, string>;

/** One form of an answer: its headers, those of "not changed", ready to be written, and its bytes. */
export type Form = { headers: Headers; ready: string[]; unchanged: string[]; readonly bytes: Buffer };

/** One address with its answer ready in every form; a page may have forms that are sent back to it, a file has none. */
export type Finished = {
  status: number;
  etag: string;
  readonly forms: Record<Encoding, Form>;
  ranges: boolean;
  takesForms: boolean;
};

type Bytes = (slice: Slice) => Buffer;

/** Bodies as they are stay in memory up to so many bytes; beyond, the few who cannot read gzip get them from the file. */
const PLAIN_IN_MEMORY = 48 * 1024 * 1024;

function inMemory(file: string): Bytes {
  const all = readFileSync(file);
  return ([offset, length]) => all.subarray(offset, offset + length);
}

function onDisk(file: string): Bytes {
  const descriptor = openSync(file, "r");
  process.once("exit", () => closeSync(descriptor));
  return ([offset, length]) => {
    const bytes = Buffer.allocUnsafe(length);
    // Out of the system's page cache, which is quicker than a round through the thread pool.
    readSync(descriptor, bytes, 0, length, offset);
    return bytes;
  };
}

/** Pictures and feeds may be shown on other sites and read by their programs; pages may not. */
function forOthers(type: string): Headers {
  if (!/^image\/|\b(?:atom|rss)\+xml|feed\+json/.test(type)) return {};
  return { "Cross-Origin-Resource-Policy": "cross-origin", "Access-Control-Allow-Origin": "*" };
}

function formOf(entry: FinishedEntry, encoding: Encoding, slice: Slice, bytes: Bytes, shared: Headers): Form {
  const kept: Headers = {
    ...shared,
    "Cache-Control": entry.cache,
    ETag: encoding === "identity" ? `"${entry.etag}"` : `"${entry.etag}-${encoding}"`,
  };
  if (entry.br) kept.Vary = "Accept-Encoding";
  const headers: Headers = { "Content-Type": entry.type, "Content-Length": String(slice[1]), ...kept };
  if (encoding !== "identity") headers["Content-Encoding"] = encoding;
  return {
    headers,
    ready: Object.entries(headers).flat(),
    unchanged: Object.entries(kept).flat(),
    get bytes() {
      return bytes(slice);
    },
  };
}

function formsOf(entry: FinishedEntry, plain: Bytes, small: Bytes, given: Headers): Finished["forms"] {
  const shared = { ...given, ...forOthers(entry.type) };
  if (isHtml(entry)) shared["Speculation-Rules"] = `"${SPECULATION_PATH}"`;
  if (!entry.br) shared["Accept-Ranges"] = "bytes";
  const identity = formOf(entry, "identity", entry.identity, plain, shared);
  return {
    identity,
    br: entry.br ? formOf(entry, "br", entry.br, small, shared) : identity,
    gzip: entry.gzip ? formOf(entry, "gzip", entry.gzip, small, shared) : identity,
  };
}

function isHtml({ type }: FinishedEntry): boolean {
  return type.startsWith("text/html");
}

function finishedOf(entry: FinishedEntry, makeForms: () => Finished["forms"]): Finished {
  // In an archive of thousands most are not asked for in years; their headers are made ready when they are.
  let forms: Finished["forms"] | undefined;
  return {
    status: entry.status,
    etag: entry.etag,
    get forms() {
      forms ??= makeForms();
      return forms;
    },
    ranges: entry.br === undefined,
    takesForms: isHtml(entry),
  };
}

/** Takes finished bytes up, each with the headers it will be sent with. */
export function loadFinished(
  folders: readonly string[],
  headersFor: (pathname: string) => Headers,
): Map<string, Finished> {
  const pages = new Map<string, Finished>();
  for (const folder of folders) {
    const file = join(folder, BUNDLE.plain);
    const plain = statSync(file).size > PLAIN_IN_MEMORY ? onDisk(file) : inMemory(file);
    const small = inMemory(join(folder, BUNDLE.small));
    const index: FinishedEntry[] = JSON.parse(readFileSync(join(folder, BUNDLE.index), "utf8"));
    for (const entry of index) {
      const forms = () => formsOf(entry, plain, small, headersFor(entry.pathname));
      pages.set(entry.pathname, finishedOf(entry, forms));
    }
  }
  return pages;
}
