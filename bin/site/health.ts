import type { IncomingMessage, ServerResponse } from "node:http";
import { securityHeaders } from "./security-headers";

type Options = { siteUrl: string; isDraining: () => boolean };

/**
 * Answers for the process itself: that it runs, and that it is not ready any more once it was told to end. Says
 * whether the question was one of these.
 */
export function answerHealth(
  request: IncomingMessage,
  response: ServerResponse,
  pathname: string,
  { siteUrl, isDraining }: Options,
): boolean {
  const live = pathname === "/health/live";
  if (!live && !(pathname === "/health/ready" && isDraining())) return false;
  const body = JSON.stringify(live ? { live: true } : { ready: false, draining: true });
  const headers = {
    ...securityHeaders(pathname, siteUrl),
    "Content-Type": "application/json",
    "Content-Length": body.length,
    "Cache-Control": "no-store",
  };
  response.writeHead(live ? 200 : 503, headers).end(request.method === "HEAD" ? undefined : body);
  return true;
}
