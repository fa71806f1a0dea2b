import "./private-files";
import { get, type IncomingMessage, type ServerResponse } from "node:http";
import next from "next";
import { oldAddresses } from "@/lib/content/content";
import { env } from "@/lib/env/env";
import { bundleFolders } from "./build/bundle";
import { readBuild } from "./build/sources";
import { portProblem } from "./prepare/port";
import { type Finished, loadFinished } from "./site/finished";
import { securityHeaders } from "./site/security-headers";
import { drain, serverFor } from "./site/server";
import { type Handler, site } from "./site/site";
import { whenToldToStop } from "./when-told-to-stop";

const dev = process.argv.includes("--dev");
const { PORT, SITE_URL, TRUST_PROXY, SMTP_URL, DATA_DIR } = env();
const stop = whenToldToStop();

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
  redirects: new Map(oldAddresses().map(({ from, to }) => [from, to])),
  next: handle,
  siteUrl: SITE_URL,
  trustProxy: TRUST_PROXY,
  isDraining: () => stop.aborted,
});

const server = serverFor({ listener: dev ? listenInDevelopment : listener, pages, siteUrl: SITE_URL });

server.once("error", (error: NodeJS.ErrnoException) => {
  console.error(portProblem(PORT, error.code ?? ""));
  process.exit(1);
});

/** Searches once, so that the first visitor who searches need not wait for the index; an archive of thousands takes seconds. */
function warmUp(): Promise<void> {
  return new Promise((resolve) => {
    const asked = get({ port: PORT, path: "/search?q=warm" }, (answer) =>
      answer.resume().once("close", resolve),
    );
    asked.once("error", () => resolve());
  });
}

server.listen(PORT, async () => {
  if (!dev) await warmUp();
  const here = `http://localhost:${PORT}`;
  const mail = SMTP_URL ? [] : [`mail is kept in ${DATA_DIR}/mail and can be read at ${here}/kept-mail`];
  const desk = "the owner's list: npm run studio, or npm run ezine -- subscribers list";
  process.send?.({ ready: [...mail, desk, `ready ${here}`] });
});

stop.addEventListener("abort", () => void drain(server).then(() => process.exit(0)));
