import { createServer, type RequestListener, type Server } from "node:http";
import { MINUTE, SECOND } from "@/lib/clock";
import { MAX_BODY } from "./body";
import type { Finished } from "./finished";
import { answerUnreadable } from "./unreadable";

/** How long, in milliseconds, a client may take over what it says, and how long a quiet connection is kept. */
export type Patience = { headers: number; request: number; quiet: number; drain: number };

export const PATIENCE: Patience = {
  headers: 30 * SECOND,
  request: MINUTE,
  // Longer than the proxies that commonly stand in front keep theirs, so that they are never cut off in mid-question.
  quiet: 65 * SECOND,
  drain: 10 * SECOND,
};

/** More than any browser sends; what is too long for us is still read, so that it can be told so. */
const MAX_HEADERS = 160 * 1024;

type Answers = {
  listener: RequestListener;
  pages: ReadonlyMap<string, Finished>;
  siteUrl: string;
};

/** A server that waits for nobody longer than is good for the others, and answers also what it cannot read. */
export function serverFor({ listener, pages, siteUrl }: Answers, patience = PATIENCE): Server {
  const server = createServer(
    {
      maxHeaderSize: MAX_HEADERS,
      headersTimeout: patience.headers,
      requestTimeout: patience.request,
      keepAliveTimeout: patience.quiet,
      // Left alone, Node looks twice a minute only.
      connectionsCheckingInterval: patience.headers / 6,
    },
    listener,
  );
  server.on("clientError", answerUnreadable(pages, siteUrl));
  // A client that asks before it sends a long body learns the answer without sending it.
  server.on("checkContinue", (request, response) => {
    if (Number(request.headers["content-length"] ?? 0) <= MAX_BODY) response.writeContinue();
    server.emit("request", request, response);
  });
  return server;
}

/** Takes no further connection, answers what was asked, then ends every connection; resolves when all are gone, or were given up. */
export function drain(server: Server, { drain: longest } = PATIENCE): Promise<void> {
  return new Promise((resolve) => {
    // A connection whose last answer was under way becomes quiet only later.
    const sweep = setInterval(() => server.closeIdleConnections(), 50);
    const end = () => {
      clearInterval(sweep);
      clearTimeout(giveUp);
      server.closeAllConnections();
      resolve();
    };
    const giveUp = setTimeout(end, longest);
    server.close(end);
  });
}
