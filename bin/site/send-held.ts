import type { IncomingMessage, ServerResponse } from "node:http";
import { brotliAside, type Encoding, gzipAside, isCompressible, rememberedEncoding } from "./encoding";
import type { Held } from "./hold-back";
import type { Refuse } from "./refuse";
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

/** Sends what Next made: without scripts, with our headers, compressed; its bare words of failure become a page. */
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
    const isFailedForm = request.method === "POST" && status >= 400 && !isHtml && !isProgram;
    if (isFailedForm || (status >= 500 && type.startsWith("text/plain"))) {
      const why = status === 409 ? "stale-form" : status < 500 ? "bad-request" : "server-error";
      refuse(request, response, why);
      return;
    }
    setHeaders(request, response, pathname, siteUrl);
    if (isHtml) {
      response.setHeader("Vary", "Accept-Encoding");
      if (request.method !== "POST" && !isPrivate(pathname))
        response.setHeader("Speculation-Rules", `"${SPECULATION_PATH}"`);
    }
    // A page of the build that Next shows, such as the one for what is not there, has the stand-in origin.
    const bytes = isHtml ? Buffer.from(atOrigin(forReaders(body.toString("utf8")), siteUrl)) : body;
    const wanted = isCompressible(type) && bytes.length > 500;
    const encoding = wanted ? rememberedEncoding(request.headers["accept-encoding"]?.toString()) : "identity";
    if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
    const sent = await encoded(bytes, encoding);
    if (request.method !== "HEAD") response.setHeader("Content-Length", sent.length);
    response.writeHead(status).end(request.method === "HEAD" ? undefined : sent);
  };
}
