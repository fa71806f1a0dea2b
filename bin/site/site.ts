import type { IncomingMessage, ServerResponse } from "node:http";
import { describeError, log } from "@/lib/log";
import { isReadableForm, readBody, withBody } from "./body";
import { clientAddress, isDirectLoopback } from "./client-address";
import { type Finished, sendFinished } from "./finished";
import { isForm, isFromOurs, isKnownMethod, isReading, pathOf } from "./guards";
import { holdBack } from "./hold-back";
import { refuseWith } from "./refuse";
import { securityHeaders } from "./security-headers";
import { sendHeld } from "./send-held";

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

  const refuse = refuseWith(pages, siteUrl);
  const send = sendHeld(siteUrl, refuse);

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
    holdBack(response, (held) => send(request, response, pathname, held));
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

  function answerHealth(response: ServerResponse, pathname: string): boolean {
    const live = pathname === "/health/live";
    if (!live && !(pathname === "/health/ready" && options.isDraining())) return false;
    const body = live ? { live: true } : { ready: false, draining: true };
    const headers = { "Content-Type": "application/json", "Cache-Control": "no-store" };
    response.writeHead(live ? 200 : 503, headers).end(JSON.stringify(body));
    return true;
  }

  /** Where an address moved to for good: by the table of old addresses, or because it ends in a slash. */
  function movedTo(pathname: string, query: string): string | undefined {
    const moved = redirects.get(pathname);
    if (moved || pathname.length < 2 || !pathname.endsWith("/")) return moved;
    return pathname.slice(0, -1) + (query ? `?${query}` : "");
  }

  function get(request: IncomingMessage, response: ServerResponse, pathname: string, query: string): void {
    const topic = pathname === "/ezine" ? new URLSearchParams(query).get("topic") : null;
    const page = pages.get(topic === null ? pathname : `/ezine/topics/${topic}`);
    const moved = page ? undefined : movedTo(pathname, query);
    if (page) sendFinished(request, response, page);
    else if (moved) response.writeHead(308, { ...securityHeaders(pathname, siteUrl), Location: moved }).end();
    else if (topic !== null || pathname.startsWith("/_next/")) refuse(request, response, "not-found");
    else handToNext(request, response, pathname);
  }

  return async function listen(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      // Most requests ask for a finished page by its very address: there is nothing to take apart or to guard.
      const finished = isReading(request.method) ? pages.get(request.url ?? "") : undefined;
      if (finished) return sendFinished(request, response, finished);
      const path = pathOf(request.url ?? "");
      if (!path.ok) return refuse(request, response, path.why);
      if (!isKnownMethod(request.method)) return refuse(request, response, "wrong-method");
      if (answerHealth(response, path.pathname)) return;
      if (request.method === "POST") return await post(request, response, path.pathname);
      get(request, response, path.pathname, path.query);
    } catch (error) {
      log.error("request-failed", { error: describeError(error) });
      if (response.headersSent) response.destroy();
      else refuse(request, response, "server-error");
    }
  };
}
