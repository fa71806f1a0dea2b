import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { isCompressible } from "../site/encoding";
import { SPECULATION_PATH, SPECULATION_TYPE, speculationRules } from "../site/speculation";
import { forReaders } from "../site/strip";
import { BUILD } from "./bundle";
import { staticFiles } from "./static-files";

/** A piece of content that is to be finished, and how to read it: text without scripts, still with the stand-in origin. */
export type Source = {
  pathname: string;
  status: number;
  type: string;
  cache: string;
  read: () => Promise<Buffer | string>;
};

type Page = { pathname: string; file: string; status: number; type: string; immutable: boolean };

const IMMUTABLE = "public, max-age=31536000, immutable";
/** A browser asks each time and is told 304; a cache in front may hold it for a short while. */
const REVALIDATE = "public, max-age=0, must-revalidate, s-maxage=60, stale-while-revalidate=600";
const NOT_SERVED = /^\/_(global-error|error)/;

/** What Next noted of its build. */
export async function readBuild(build = BUILD): Promise<{ buildId: string; pages: Page[] }> {
  return JSON.parse(await readFile(join(build, "finished-pages.json"), "utf8"));
}

/**
 * The address a finished page is published at. Next has no route of a changing name with a fixed ending, so the plain
 * text of a letter is built in a folder of its own and published beside the letter.
 */
export function publicPath(pathname: string): string {
  return pathname.replace(/^\/ezine\/text\/([^/]+)$/, "/ezine/$1.txt");
}

async function readBody(file: string, type: string): Promise<Buffer | string> {
  if (!isCompressible(type)) return readFile(file);
  const text = await readFile(file, "utf8");
  return type.startsWith("text/html") ? forReaders(text) : text;
}

function pageSource(build: string, { pathname, file, status, type, immutable }: Page): Source {
  return {
    pathname: publicPath(pathname),
    status,
    type,
    cache: immutable ? IMMUTABLE : REVALIDATE,
    read: () => readBody(join(build, file), type),
  };
}

async function fileSources(folder: string, prefix: string, cache: string): Promise<Source[]> {
  const files = await staticFiles(folder, prefix);
  return files.map(({ pathname, type, file }) => ({
    pathname,
    status: 200,
    type,
    cache,
    read: () => readBody(file, type),
  }));
}

/** Everything that is served as it stands: what Next built, what lies in the public folder. */
export async function sources(
  pages: readonly Page[],
  build = BUILD,
  publicDir = resolve("public"),
): Promise<Source[]> {
  return [
    ...(await fileSources(join(build, "static"), "/_next/static", IMMUTABLE)),
    ...(await fileSources(publicDir, "", REVALIDATE)),
    {
      pathname: SPECULATION_PATH,
      status: 200,
      type: SPECULATION_TYPE,
      cache: REVALIDATE,
      read: async () => speculationRules,
    },
    ...pages.filter(({ pathname }) => !NOT_SERVED.test(pathname)).map((page) => pageSource(build, page)),
  ];
}
