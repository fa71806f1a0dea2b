import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { content } from "@/lib/content/content";
import { finish } from "../bin/build/finish";
import { freePort } from "../bin/test/free-port";
import { requestsPerSecond } from "./load";

const CONNECTIONS = 32;
const ROUNDS = 5;
const ROUND = 3000;

type Server = { name: string; port: number; child: ChildProcess };

/** The most memory a process has had in use, in MB; Linux keeps count. */
function peakMemory(pid: number | undefined): number {
  const kilobytes = /VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1];
  return Math.round(Number(kilobytes) / 1024);
}

async function fetched(port: number, path: string): Promise<Buffer> {
  const headers = { "Accept-Encoding": "br" };
  return new Promise((done, fail) => {
    request({ host: "127.0.0.1", port, path, headers }, async (response) => {
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      done(Buffer.concat(chunks));
    })
      .once("error", fail)
      .end();
  });
}

async function answers(port: number): Promise<void> {
  const deadline = Date.now() + 60_000;
  while (Date.now() < deadline) {
    const up = await fetched(port, "/").then(
      () => true,
      () => false,
    );
    if (up) return;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`nobody answers on ${port}`);
}

async function start(name: string, port: number, args: string[], siteUrl: string): Promise<Server> {
  const env = { ...process.env, NODE_ENV: "production" as const, PORT: String(port), SITE_URL: siteUrl };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "ignore", "inherit"] });
  await answers(port);
  return { name, port, child };
}

function median(numbers: number[]): number {
  return [...numbers].sort((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? 0;
}

const path = content().issues[0]?.path ?? "/ezine";
const folder = mkdtempSync(join(tmpdir(), "serving-"));
const [ours, bare, next] = [await freePort(), await freePort(), await freePort()];
const siteUrl = `http://localhost:${ours}`;
const servers: Server[] = [];

try {
  await finish(siteUrl);
  servers.push(await start("this site", ours, ["--import", "tsx", "bin/site.ts"], siteUrl));
  const file = join(folder, "page.br");
  writeFileSync(file, await fetched(ours, path));
  const bareArgs = ["--import", "tsx", "bench/bare-server.ts", file, String(bare)];
  servers.push(await start("bare node:http, the same bytes", bare, bareArgs, siteUrl));
  const nextArgs = ["node_modules/next/dist/bin/next", "start", "-p", String(next)];
  servers.push(await start("next start, the same build", next, nextArgs, siteUrl));

  const rates = new Map<Server, number[]>(servers.map((server) => [server, []]));
  for (let round = -1; round < ROUNDS; round += 1) {
    for (const server of servers) {
      const rate = await requestsPerSecond({ port: server.port, path }, CONNECTIONS, ROUND);
      // The first round only warms up.
      if (round >= 0) rates.get(server)?.push(rate);
    }
  }
  const [own = 0] = servers.map((server) => median(rates.get(server) ?? []));
  console.log(`${path}, ${CONNECTIONS} connections, median of ${ROUNDS} rounds in turn`);
  for (const server of servers) {
    const rate = median(rates.get(server) ?? []);
    const ratio = (own / rate).toFixed(2);
    const memory = peakMemory(server.child.pid);
    console.log(`${server.name}: ${Math.round(rate)}/s, this site is ${ratio} ×, peak ${memory} MB`);
  }
} finally {
  for (const { child } of servers) child.kill("SIGTERM");
  rmSync(folder, { recursive: true, force: true });
}
