import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliAside, chooseEncoding, type Encoding, gzipAside, isCompressible } from "./encoding";
import type { RefusalKind } from "./guards";
import type { Held } from "./hold-back";
import type { Refuse } from "./refuse";
import { titledByOutcome } from "./refused-form";
import { isPrivate, securityHeaders } from "./security-headers";
import { SPECULATION_PATH } from "./speculation";
import { atOrigin, forReaders } from "./strip";

const NEXTS_OWN = ["x-nextjs-cache", "x-nextjs-prerender", "x-nextjs-stale-time", "x-powered-by", "link"];

/** Weak settings: these bytes are made for one reader, who waits. */
const BROTLI_QUALITY = 4;
const GZIP_LEVEL = 5;

async function encoded(bytes: Buffer, encoding: Encoding): Promise<Buffer> {
  if (encoding === "br") return brotliAside(bytes, BROTLI_QUALITY);
  return encoding === "gzip" ? gzipAside(bytes, GZIP_LEVEL) : bytes;
}

function setHeaders(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  siteUrl: string,
): void {
  for (const [name, value] of Object.entries(securityHeaders(pathname, siteUrl))) {
    // A handler may have a policy of its own, as the frame of kept mail has.
    if (!(name === "Content-Security-Policy" && response.hasHeader(name))) response.setHeader(name, value);
  }
  for (const name of NEXTS_OWN) response.removeHeader(name);
  if (isPrivate(pathname) || request.method === "POST" || response.statusCode >= 400) {
    response.setHeader("Cache-Control", "no-store");
  }
}

function refusalOf(status: number): RefusalKind {
  if (status === 404) return "not-found";
  if (status === 409) return "stale-form";
  return status < 500 ? "bad-request" : "server-error";
}

/** Sends what Next made: without scripts, with our headers, compressed; its failures become a page. */
export function sendHeld(siteUrl: string, refuse: Refuse) {
  return async function send(
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
    { status, body }: Held,
  ): Promise<void> {
    const type = String(response.getHeader("content-type") ?? "");
    const isHtml = type.startsWith("text/html");
    // These speak to programs, which read the status.
    const isProgram = pathname.startsWith("/ezine/one-click/") || pathname.startsWith("/returns/");
    // Next's page for what is missing or broke is drawn by a script.
    const isShell = isHtml && (status === 404 || status >= 500);
    const isFailedForm = request.method === "POST" && status >= 400 && !isHtml && !isProgram;
    if (isShell || isFailedForm || (status >= 500 && type.startsWith("text/plain"))) {
      refuse(request, response, refusalOf(status));
      return;
    }
    setHeaders(request, response, pathname, siteUrl);
    if (isHtml) {
      response.setHeader("Vary", "Accept-Encoding");
      if (request.method !== "POST" && !isPrivate(pathname))
        response.setHeader("Speculation-Rules", `"${SPECULATION_PATH}"`);
    }
    // A page of the build that Next shows has the stand-in origin.
    const page = isHtml ? atOrigin(forReaders(body.toString("utf8")), siteUrl) : undefined;
    const bytes = page === undefined ? body : Buffer.from(titledByOutcome(page));
    const wanted = isCompressible(type) && bytes.length > 500;
    const encoding = wanted ? chooseEncoding(request.headers["accept-encoding"]?.toString()) : "identity";
    if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
    const sent = await encoded(bytes, encoding);
    response.setHeader("Content-Length", sent.length);
    // To a HEAD, node:http sends all but the body.
    response.writeHead(status).end(sent);
  };
}
