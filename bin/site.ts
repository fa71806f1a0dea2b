import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { MINUTE, SECOND } from "@/lib/clock";
import { content } from "@/lib/content/content";
import { env } from "@/lib/env/env";
import { bundleFolders } from "./build/bundle";
import { readBuild } from "./build/sources";
import { portProblem } from "./prepare/port";
import { MAX_BODY } from "./site/body";
import { type Finished, loadFinished } from "./site/finished";
import { securityHeaders } from "./site/security-headers";
import { type Handler, site } from "./site/site";
import { answerUnreadable } from "./site/unreadable";
import { whenToldToStop } from "./when-told-to-stop";

const dev = process.argv.includes("--dev");
const { PORT, SITE_URL, TRUST_PROXY, SMTP_URL, DATA_DIR } = env();
const stop = whenToldToStop();

/** After this long, requests in hand are given up when the process is told to end. */
const DRAIN = 10 * SECOND;

async function finishedPages(): Promise<Map<string, Finished>> {
  if (dev) return new Map();
  const { buildId } = await readBuild();
  const folders = Object.values(bundleFolders(buildId, SITE_URL));
  return loadFinished(folders, (pathname) => securityHeaders(pathname, SITE_URL));
}

const app = next({ dev, dir: process.cwd(), port: PORT });
const [pages] = await Promise.all([finishedPages(), app.prepare()]);
const handle: Handler = app.getRequestHandler();

/** In development pages come with Next's own scripts, which reload them; only what forms and links need is set. */
async function listenInDevelopment(request: IncomingMessage, response: ServerResponse): Promise<void> {
  request.headers["x-client-address"] = request.socket.remoteAddress ?? "";
  request.headers["x-direct-loopback"] = "1";
  if (request.method === "POST")
    request.url = request.url?.replace(/^\/ezine\/unsubscribe\//, "/ezine/one-click/");
  await handle(request, response);
}

const listener = site({
  pages,
  redirects: new Map(content().redirects.map(({ from, to }) => [from, to])),
  next: handle,
  siteUrl: SITE_URL,
  trustProxy: TRUST_PROXY,
  isDraining: () => stop.aborted,
});

const server = createServer({ maxHeaderSize: 160 * 1024 }, dev ? listenInDevelopment : listener);
server.requestTimeout = MINUTE;
server.headersTimeout = 30 * SECOND;
server.keepAliveTimeout = 65 * SECOND;

server.on("clientError", answerUnreadable(pages, SITE_URL));
// A client that asks before it sends a long body learns the answer without sending it.
server.on("checkContinue", (request: IncomingMessage, response: ServerResponse) => {
  if (Number(request.headers["content-length"] ?? 0) <= MAX_BODY) response.writeContinue();
  server.emit("request", request, response);
});

server.once("error", (error: NodeJS.ErrnoException) => {
  console.error(portProblem(PORT, error.code ?? ""));
  process.exit(1);
});

server.listen(PORT, () => {
  const here = `http://localhost:${PORT}`;
  const mail = SMTP_URL ? [] : [`mail is kept in ${DATA_DIR}/mail and can be read at ${here}/kept-mail`];
  const desk = "the owner's list: npm run studio, or npm run ezine -- subscribers list";
  process.send?.({ ready: [...mail, desk, `ready ${here}`] });
});

stop.addEventListener("abort", () => {
  server.close(() => process.exit(0));
  server.closeIdleConnections();
  setTimeout(() => process.exit(0), DRAIN).unref();
});
