import { createHash } from "node:crypto";
import { createWriteStream, existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { brotli, gzip, isCompressible } from "../site/encoding";
import { atOrigin, withoutScripts } from "../site/strip";
import { staticFiles } from "./static-files";

/** Where one form of a piece of content lies in the bundle's bytes. */
export type Slice = [offset: number, length: number];

/** One address of the site with everything that is needed to answer for it. */
export type FinishedEntry = {
  pathname: string;
  status: number;
  type: string;
  cache: string;
  etag: string;
  lastModified?: string;
  identity: Slice;
  br?: Slice;
  gzip?: Slice;
};

type Page = { pathname: string; file: string; status: number; headers: Record<string, string> };
type Source = { pathname: string; status: number; type: string; cache: string; bytes: () => Promise<Buffer> };

const IMMUTABLE = "public, max-age=31536000, immutable";
/** A browser asks each time and is told 304; a cache in front may hold it for a short while. */
const REVALIDATE = "public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600";
const NOT_SERVED = /\.(rsc|segments?)(\/|$)|\.segment\.rsc$|^\/_(global-error|error)/;

/**
 * The address a finished page is published at. Next has no route of a changing name with a fixed ending, so the plain
 * text of a letter is built in a folder of its own and published beside the letter.
 */
export function publicPath(pathname: string): string {
  return pathname.replace(/^\/ezine\/text\/([^/]+)$/, "/ezine/$1.txt");
}

/** Where the finished bytes of this build lie for a site at some origin. */
export function bundleFolder(buildId: string, origin: string): string {
  const key = createHash("sha256").update(`${buildId}\n${origin}`).digest("hex").slice(0, 20);
  return resolve(".next", "finished", key);
}

/** What Next noted of its build. */
export async function readBuild(): Promise<{ buildId: string; pages: Page[] }> {
  return JSON.parse(await readFile(resolve(".next", "finished-pages.json"), "utf8"));
}

function pageSource(page: Page, origin: string): Source {
  const type = page.headers["content-type"] ?? "text/html; charset=utf-8";
  const isText = isCompressible(type);
  const isHtml = type.startsWith("text/html");
  return {
    pathname: publicPath(page.pathname),
    status: page.status,
    type,
    cache: page.headers["cache-control"]?.includes("immutable") ? IMMUTABLE : REVALIDATE,
    async bytes() {
      const bytes = await readFile(page.file);
      if (!isText) return bytes;
      const text = atOrigin(bytes.toString("utf8"), origin);
      return Buffer.from(isHtml ? withoutScripts(text) : text);
    },
  };
}

async function sources(pages: Page[], origin: string): Promise<Source[]> {
  const assets = await staticFiles(resolve(".next", "static"), "/_next/static");
  const files = await staticFiles(resolve("public"), "");
  const fileSource = (cache: string) => (entry: (typeof files)[number]) => ({
    pathname: entry.pathname,
    status: 200,
    type: entry.type,
    cache,
    bytes: () => readFile(entry.file),
  });
  return [
    ...assets.map(fileSource(IMMUTABLE)),
    ...files.map(fileSource(REVALIDATE)),
    ...pages.filter(({ pathname }) => !NOT_SERVED.test(pathname)).map((page) => pageSource(page, origin)),
  ];
}

/** A file that is only added to, and tells where each piece came to lie. */
function bundleFile(path: string) {
  const stream = createWriteStream(path);
  let offset = 0;
  return {
    async add(bytes: Buffer): Promise<Slice> {
      const slice: Slice = [offset, bytes.length];
      offset += bytes.length;
      if (!stream.write(bytes)) await new Promise<void>((done) => stream.once("drain", () => done()));
      return slice;
    },
    end: () =>
      new Promise<void>((done, fail) => {
        stream.once("error", fail);
        stream.end(() => done());
      }),
  };
}

/**
 * Makes the bytes that are served: pages without script and with the site's own origin, each with its brotli and
 * gzip forms, in one file with an index. Does nothing where they are made already; tells the folder they lie in.
 */
export async function finish(origin: string): Promise<string> {
  const { buildId, pages } = await readBuild();
  const folder = bundleFolder(buildId, origin);
  if (existsSync(join(folder, "index.json"))) return folder;
  const unfinished = `${folder}.${process.pid}`;
  await mkdir(unfinished, { recursive: true });
  const bundle = bundleFile(join(unfinished, "bytes"));
  const index: FinishedEntry[] = [];
  for (const source of await sources(pages, origin)) {
    const { bytes: read, ...entry } = source;
    const bytes = await read();
    const etag = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
    const finished: FinishedEntry = { ...entry, etag, identity: await bundle.add(bytes) };
    if (isCompressible(entry.type) && bytes.length > 200) {
      // Beyond this size the strongest setting takes seconds and gains nothing a reader would notice.
      finished.br = await bundle.add(brotli(bytes, bytes.length > 1_000_000 ? 6 : 11));
      finished.gzip = await bundle.add(gzip(bytes));
    }
    index.push(finished);
  }
  await bundle.end();
  await writeFile(join(unfinished, "index.json"), JSON.stringify(index));
  try {
    await rename(unfinished, folder);
  } catch {
    // Another start finished the same bytes a moment earlier.
    await rm(unfinished, { recursive: true, force: true });
  }
  return folder;
}
