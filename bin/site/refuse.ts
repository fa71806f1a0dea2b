import type { IncomingMessage, ServerResponse } from "node:http";
import type { Finished } from "./finished";
import { REFUSALS, type RefusalKind } from "./guards";
import { securityHeaders } from "./security-headers";

/** Which finished page says why; kinds that a person never meets share one. */
const PAGES: Record<RefusalKind, string> = {
  "bad-request": "/problem/bad-request",
  foreign: "/problem/foreign",
  "not-found": "/problem/not-found",
  "wrong-method": "/problem/bad-request",
  "only-to-read": "/problem/bad-request",
  "stale-form": "/problem/stale-form",
  "too-large": "/problem/too-large",
  "too-long": "/problem/bad-request",
  "wrong-type": "/problem/wrong-type",
  "server-error": "/problem/server-error",
};

export type Refuse = (request: IncomingMessage, response: ServerResponse, why: RefusalKind) => void;

/** Turns requests away with the right status and a page in the site's frame. */
export function refuseWith(pages: ReadonlyMap<string, Finished>, siteUrl: string): Refuse {
  return function refuse(request, response, why) {
    const status = REFUSALS[why];
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    response.setHeader("Cache-Control", "no-store");
    if (why === "only-to-read") response.setHeader("Allow", "GET, HEAD");
    if (why === "wrong-method") response.setHeader("Allow", "GET, HEAD, POST");
    // What a refused request still has to say is not waited for.
    if (why === "too-large") response.setHeader("Connection", "close");
    const page = pages.get(PAGES[why]);
    if (!page) {
      const headers = { ...securityHeaders("/", siteUrl), "Content-Type": "text/plain; charset=utf-8" };
      response.writeHead(status, headers).end(`${status}\n`);
      return;
    }
    const { headers, bytes } = page.forms.identity;
    const { ETag: _etag, Vary: _vary, "Cache-Control": _cache, ...rest } = headers;
    response.writeHead(status, rest).end(request.method === "HEAD" ? undefined : bytes);
  };
}
