import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { writeBundle } from "../build/write-bundle";
import { loadFinished } from "../site/finished";
import { securityHeaders } from "../site/security-headers";
import { drain, PATIENCE, type Patience, serverFor } from "../site/server";
import { type Handler, site } from "../site/site";

/** A page of a test's site; HTML unless it says otherwise. */
export type TestPage = { body: string | Buffer; type?: string; status?: number };

type Options = {
  pages?: Record<string, TestPage>;
  redirects?: Record<string, string>;
  /** What Next would answer; nobody else is there. */
  next?: Handler;
  patience?: Partial<Patience>;
};

const ORIGIN = "https://www.example.com";

const nothingThere: Handler = async (_request, response) => {
  response.writeHead(404, { "Content-Type": "text/html; charset=utf-8" }).end("<h1>Not here</h1>");
};

async function finished(pages: Record<string, TestPage>) {
  const root = mkdtempSync(join(tmpdir(), "possibilities-site-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const folder = join(root, "bundle");
  const sources = Object.entries(pages).map(([pathname, { body, type, status }]) => ({
    pathname,
    status: status ?? 200,
    type: type ?? "text/html; charset=utf-8",
    cache: "public, max-age=0",
    read: async () => body,
  }));
  await writeBundle(folder, sources, async (source) => Buffer.from(await source.read()));
  return loadFinished([folder], (pathname) => securityHeaders(pathname, ORIGIN));
}

/** The site's server at a socket of its own, with pages made for a test; it ends with the test. */
export async function servedSite({ pages = {}, redirects = {}, next = nothingThere, patience }: Options) {
  const told = { ...PATIENCE, ...patience };
  const all = await finished(pages);
  let draining = false;
  const listener = site({
    pages: all,
    redirects: new Map(Object.entries(redirects)),
    next,
    siteUrl: ORIGIN,
    trustProxy: 0,
    isDraining: () => draining,
  });
  const server = serverFor({ listener, pages: all, siteUrl: ORIGIN }, told);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const announce = () => {
    draining = true;
  };
  const stop = () => {
    announce();
    return drain(server, told);
  };
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return {
    port: address.port,
    /** What a process does at once when it is told to end; `stop` does all of it. */
    announce,
    stop,
  };
}
