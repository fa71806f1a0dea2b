import type { IncomingMessage, ServerResponse } from "node:http";
import { describeError, log } from "@/lib/log";
import { readableForm, readBody, withBody } from "./body";
import { clientAddress, isDirectLoopback } from "./client-address";
import type { Finished } from "./finished";
import { isForm, isFromOurs, isKnownMethod, pathOf } from "./guards";
import { answerHealth } from "./health";
import { holdBack } from "./hold-back";
import { refuseWith } from "./refuse";
import { securityHeaders } from "./security-headers";
import { sendFinished } from "./send-finished";
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

const ONE_CLICK = /^\/ezine\/unsubscribe\/([^/]+)\/?$/;
const RELAY = /^\/returns\/(?:mailgun|sendgrid)$/;

/** What Next would answer, but only its own client runtime asks for, and where only the server itself leads. */
const NOT_PUBLISHED = /^\/_next\/|\.rsc$|\.segments\/|^\/ezine\/one-click\//;
const INTERNAL_HEADERS = [
  "x-client-address",
  "x-direct-loopback",
  "x-middleware-subrequest",
  "x-matched-path",
  "rsc",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-router-state-tree",
];

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
    const failed = (error: unknown) => {
      log.error("request-failed", { error: describeError(error) });
      if (response.headersSent) response.destroy();
      else refuse(request, response, "server-error");
    };
    // Next answers a HEAD without the body whose length and form the headers have to tell.
    if (request.method === "HEAD") request.method = "GET";
    holdBack(response, (held) => {
      send(request, response, pathname, held).catch(failed);
    });
    next(request, response).catch(failed);
  }

  /** What a mail relay signed is no form and comes from no page of ours. */
  async function fromRelay(request: IncomingMessage, response: ServerResponse, pathname: string) {
    const bytes = await readBody(request);
    if (bytes === "gone") return;
    if (bytes === "too-large") return refuse(request, response, bytes);
    handToNext(withBody(request, { bytes, type: "application/json" }), response, pathname);
  }

  async function post(request: IncomingMessage, response: ServerResponse, pathname: string): Promise<void> {
    if (RELAY.test(pathname)) return await fromRelay(request, response, pathname);
    const oneClick = ONE_CLICK.exec(pathname)?.[1];
    if (!oneClick && NOT_PUBLISHED.test(pathname)) return refuse(request, response, "not-found");
    if (!oneClick && !isFromOurs(request, siteUrl, trustProxy > 0))
      return refuse(request, response, "foreign");
    if (!isForm(request)) return refuse(request, response, "wrong-type");
    const bytes = await readBody(request);
    if (bytes === "gone") return;
    if (bytes === "too-large") return refuse(request, response, bytes);
    const sent = { bytes, type: request.headers["content-type"] ?? "" };
    // Whoever wants to leave does, however broken what they send.
    const body = oneClick ? sent : await readableForm(sent);
    if (!body) return refuse(request, response, "bad-request");
    const again = withBody(request, body);
    if (oneClick) again.url = `/ezine/one-click/${oneClick}`;
    handToNext(again, response, oneClick ? `/ezine/one-click/${oneClick}` : pathname);
  }

  /** Where an address moved to for good: by the table of old addresses, or because it ends in a slash. */
  function movedTo(pathname: string, query: string): string | undefined {
    const plainText = /^\/ezine\/text\/([a-z0-9-]+)$/.exec(pathname)?.[1];
    // Where the build makes an issue's plain text; readers know it by its public address.
    if (plainText) return `/ezine/${plainText}.txt`;
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
    else if (topic !== null || NOT_PUBLISHED.test(pathname)) refuse(request, response, "not-found");
    else handToNext(request, response, pathname);
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      // A client that takes us for a proxy names the whole address (RFC 9112 §3.2.2).
      request.url = request.url?.replace(/^https?:\/\/[^/?#]+(?=\/)/i, "");
      const path = pathOf(request.url ?? "");
      if (!path.ok) return refuse(request, response, path.why);
      if (!isKnownMethod(request.method)) return refuse(request, response, "wrong-method");
      if (request.method === "POST") {
        const isFile = pages.get(path.pathname)?.takesForms === false || path.pathname.startsWith("/health/");
        if (isFile) return refuse(request, response, "only-to-read");
        return await post(request, response, path.pathname);
      }
      if (answerHealth(request, response, path.pathname, options)) return;
      get(request, response, path.pathname, path.query);
    } catch (error) {
      log.error("request-failed", { error: describeError(error) });
      if (response.headersSent) response.destroy();
      else refuse(request, response, "server-error");
    }
  }

  return function listen(request: IncomingMessage, response: ServerResponse): void {
    // While the process ends, no connection is kept for another request.
    if (options.isDraining()) response.shouldKeepAlive = false;
    // Most of what is ever asked for: an address exactly as it is published.
    const page = request.method === "GET" ? pages.get(request.url ?? "") : undefined;
    if (page) sendFinished(request, response, page);
    else void answer(request, response);
  };
}
