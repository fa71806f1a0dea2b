import { createHash } from "node:crypto";
import { join, resolve } from "node:path";

/** Where Next puts what it builds. */
export const BUILD = resolve(".next");

/** Where one form of a piece of content lies in a bundle's bytes. */
export type Slice = [offset: number, length: number];

/** One address of the site with everything that is needed to answer for it. */
export type FinishedEntry = {
  pathname: string;
  status: number;
  type: string;
  cache: string;
  etag: string;
  /** In the file of bodies as they are. */
  identity: Slice;
  /** In the file of compressed ones. */
  br?: Slice;
  gzip?: Slice;
};

/** The files of a bundle. */
export const BUNDLE = { index: "index.json", plain: "plain", small: "small" } as const;

function folder(build: string, ...key: string[]): string {
  const name = createHash("sha256").update(key.join("\n")).digest("hex").slice(0, 20);
  return join(build, "finished", name);
}

/**
 * Where the finished bytes of a build lie for a site at some origin: what is the same at every origin, most of the
 * bytes that are slow to compress, and what names the origin.
 */
export function bundleFolders(
  buildId: string,
  origin: string,
  build = BUILD,
): { anywhere: string; here: string } {
  return { anywhere: folder(build, buildId), here: folder(build, buildId, origin) };
}
