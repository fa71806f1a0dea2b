import type { IncomingMessage, ServerResponse } from "node:http";
import { describeError, log } from "@/lib/log";
import { isReadableForm, readBody, withBody } from "./body";
import { clientAddress, isDirectLoopback } from "./client-address";
import { brotli, chooseEncoding, gzip, isCompressible } from "./encoding";
import { type Finished, sendFinished } from "./finished";
import { isForm, isFromOurs, isKnownMethod, pathOf, REFUSALS, type RefusalKind } from "./guards";
import { type Held, holdBack } from "./hold-back";
import { isPrivate, securityHeaders } from "./security-headers";
import { withoutScripts } from "./strip";

export type Handler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

export type SiteOptions = {
  pages: ReadonlyMap<string, Finished>;
  /** Old addresses and where they moved. */
  redirects: ReadonlyMap<string, string>;
  next: Handler;
  siteUrl: string;
  trustProxy: number;
  isDraining: () => boolean;
};

const ONE_CLICK = /^\/ezine\/unsubscribe\/([^/]+)$/;
const INTERNAL_HEADERS = ["x-client-address", "x-direct-loopback"];

/** The request listener of the site: finished bytes from memory, everything else through guards to Next. */
export function site(options: SiteOptions) {
  const { pages, redirects, next, siteUrl, trustProxy } = options;

  function refuse(request: IncomingMessage, response: ServerResponse, why: RefusalKind): void {
    const status = REFUSALS[why];
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    response.setHeader("Cache-Control", "no-store");
    if (why === "wrong-method") response.setHeader("Allow", "GET, HEAD, POST");
    // What a refused request still has to say is not waited for.
    if (why === "too-large") response.setHeader("Connection", "close");
    const page = pages.get(why === "not-found" ? "/_not-found" : `/problem/${why}`);
    if (page) {
      const { headers, bytes } = page.forms.identity;
      const { ETag: _etag, Vary: _vary, "Cache-Control": _cache, ...rest } = headers;
      response.writeHead(status, rest).end(request.method === "HEAD" ? undefined : bytes);
      return;
    }
    const headers = { ...securityHeaders("/", siteUrl), "Content-Type": "text/plain; charset=utf-8" };
    response.writeHead(status, headers).end(`${status}\n`);
  }

  /** Sends what Next made: without scripts, with our headers, compressed; its bare words of failure become a page. */
  function sendHeld(
    request: IncomingMessage,
    response: ServerResponse,
    pathname: string,
    { status, body }: Held,
  ): void {
    const type = String(response.getHeader("content-type") ?? "");
    const isHtml = type.startsWith("text/html");
    if (request.method === "POST" && status >= 400 && !isHtml && !pathname.startsWith("/ezine/one-click/")) {
      const why = status === 409 ? "stale-form" : status < 500 ? "bad-request" : "server-error";
      refuse(request, response, why);
      return;
    }
    for (const [name, value] of Object.entries(securityHeaders(pathname, siteUrl))) {
      if (!(name === "Content-Security-Policy" && response.hasHeader(name))) response.setHeader(name, value);
    }
    for (const name of [
      "x-nextjs-cache",
      "x-nextjs-prerender",
      "x-nextjs-stale-time",
      "x-powered-by",
      "link",
    ]) {
      response.removeHeader(name);
    }
    if (isHtml) response.setHeader("Vary", "Accept-Encoding");
    if (isPrivate(pathname) || request.method === "POST" || status >= 400) {
      response.setHeader("Cache-Control", "no-store");
    }
    let bytes = isHtml ? Buffer.from(withoutScripts(body.toString("utf8"))) : body;
    const encoding =
      isCompressible(type) && bytes.length > 500
        ? chooseEncoding(request.headers["accept-encoding"])
        : "identity";
    if (encoding === "br") bytes = brotli(bytes, 4);
    if (encoding === "gzip") bytes = gzip(bytes);
    if (encoding !== "identity") response.setHeader("Content-Encoding", encoding);
    if (request.method !== "HEAD") response.setHeader("Content-Length", bytes.length);
    response.writeHead(status).end(request.method === "HEAD" ? undefined : bytes);
  }

  function handToNext(request: IncomingMessage, response: ServerResponse, pathname: string): void {
    const address = request.socket.remoteAddress ?? "";
    const direct = isDirectLoopback(address, request.headers);
    const client = clientAddress(address, request.headers, trustProxy);
    for (const name of INTERNAL_HEADERS) delete request.headers[name];
    if (trustProxy === 0) delete request.headers["x-forwarded-host"];
    request.headers["x-client-address"] = client;
    if (direct) request.headers["x-direct-loopback"] = "1";
    // A client that says nothing of where it comes from was let through; Next would warn of each.
    request.headers.origin ??= `http://${request.headers.host ?? new URL(siteUrl).host}`;
    holdBack(response, (held) => sendHeld(request, response, pathname, held));
    next(request, response).catch((error) => {
      log.error("request-failed", { error: describeError(error) });
      if (!response.headersSent) refuse(request, response, "server-error");
    });
  }

  async function post(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
    const oneClick = ONE_CLICK.exec(pathname)?.[1];
    if (!oneClick && !isFromOurs(request, siteUrl, trustProxy > 0))
      return refuse(request, response, "foreign");
    if (!isForm(request)) return refuse(request, response, "wrong-type");
    const body = await readBody(request);
    if (!body) return refuse(request, response, "too-large");
    if (!oneClick && !(await isReadableForm(body, request.headers["content-type"] ?? ""))) {
      return refuse(request, response, "bad-request");
    }
    const again = withBody(request, body);
    if (oneClick) again.url = `/ezine/one-click/${oneClick}`;
    handToNext(again, response, oneClick ? `/ezine/one-click/${oneClick}` : pathname);
  }

  return async function listen(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      const path = pathOf(request.url ?? "");
      if (!path.ok) return refuse(request, response, path.why);
      const { pathname, query } = path;
      if (!isKnownMethod(request.method)) return refuse(request, response, "wrong-method");
      if (pathname === "/health/live" || (pathname === "/health/ready" && options.isDraining())) {
        const status = pathname === "/health/live" ? 200 : 503;
        const body = status === 200 ? '{"live":true}' : '{"ready":false,"draining":true}';
        response
          .writeHead(status, { "Content-Type": "application/json", "Cache-Control": "no-store" })
          .end(body);
        return;
      }
      if (request.method === "POST") return await post(request, response, pathname);
      const topic = pathname === "/ezine" ? new URLSearchParams(query).get("topic") : null;
      const page = pages.get(topic === null ? pathname : `/ezine/topics/${topic}`);
      if (page) return sendFinished(request, response, page);
      if (topic !== null) return refuse(request, response, "not-found");
      const moved =
        redirects.get(pathname) ??
        (pathname.length > 1 && pathname.endsWith("/") ? pathname.slice(0, -1) : undefined);
      if (moved) {
        const location = query && !redirects.has(pathname) ? `${moved}?${query}` : moved;
        response.writeHead(308, { ...securityHeaders(pathname, siteUrl), Location: location }).end();
        return;
      }
      if (pathname.startsWith("/_next/")) return refuse(request, response, "not-found");
      handToNext(request, response, pathname);
    } catch (error) {
      log.error("request-failed", { error: describeError(error) });
      if (response.headersSent) response.destroy();
      else refuse(request, response, "server-error");
    }
  };
}
