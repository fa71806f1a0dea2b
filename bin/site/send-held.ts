import type { IncomingMessage, ServerResponse } from "node:http";
import { brotli, chooseEncoding, gzip, isCompressible } from "./encoding";
import type { Held } from "./hold-back";
import type { Refuse } from "./refuse";
import { isPrivate, securityHeaders } from "./security-headers";
import { atOrigin, withoutScripts } from "./strip";

const NEXTS_OWN = ["x-nextjs-cache", "x-nextjs-prerender", "x-nextjs-stale-time", "x-powered-by", "link"];

/** A weak setting: these bytes are made for one reader, who waits. */
const BROTLI_QUALITY = 4;

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
  return function send(
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
    { status, body }: Held,
  ): void {
    const type = String(response.getHeader("content-type") ?? "");
    const isHtml = type.startsWith("text/html");
    const isOneClick = pathname.startsWith("/ezine/one-click/");
    if (request.method === "POST" && status >= 400 && !isHtml && !isOneClick) {
      const why = status === 409 ? "stale-form" : status < 500 ? "bad-request" : "server-error";
      refuse(request, response, why);
      return;
    }
    setHeaders(request, response, pathname, siteUrl);
    if (isHtml) response.setHeader("Vary", "Accept-Encoding");
    // What Next answers with may have been built before anybody knew the site's origin, as the page for nothing is.
    const bytes = isHtml ? Buffer.from(withoutScripts(atOrigin(body.toString("utf8"), siteUrl))) : body;
    const wanted = isCompressible(type) && bytes.length > 500;
    const encoding = wanted ? chooseEncoding(request.headers["accept-encoding"]) : "identity";
    if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
    const sent =
      encoding === "br" ? brotli(bytes, BROTLI_QUALITY) : encoding === "gzip" ? gzip(bytes) : bytes;
    if (request.method !== "HEAD") response.setHeader("Content-Length", sent.length);
    response.writeHead(status).end(request.method === "HEAD" ? undefined : sent);
  };
}
