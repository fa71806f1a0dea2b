// npm start: prepares what is missing, then runs the site and the worker until told to end. Node 20 is enough for this file.
import { spawn, spawnSync } from "node:child_process";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { generateClients } from "./setup/generate.mjs";
import { install, nodeBinary } from "./setup/install.mjs";
import { SENDING_FLAGS, servingArguments } from "./setup/serving.mjs";

/** How long the site and the worker may take over finishing what they have in hand. */
const GRACE = 20_000;

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const dev = process.argv.includes("--dev");

function fail(sentence) {
  console.error(sentence);
  process.exit(1);
}

try {
  install();
  generateClients(nodeBinary());
} catch (error) {
  fail(error.message);
}

const node = nodeBinary();
const env = { ...process.env, NODE_ENV: dev ? "development" : "production", NEXT_TELEMETRY_DISABLED: "1" };
const mode = dev ? ["--dev"] : [];
const prepared = spawnSync(node, ["--import", "tsx", "bin/prepare.ts", ...mode], { env, stdio: "inherit" });
if (prepared.status !== 0) process.exit(1);

const children = new Set();
let ending = false;
let failed = false;

function end() {
  if (ending) return;
  ending = true;
  for (const child of children) child.kill("SIGTERM");
  setTimeout(() => {
    for (const child of children) child.kill("SIGKILL");
  }, GRACE).unref();
}

/** The channel to a child tells it, when this process dies of whatever, that it is alone. */
function run(args) {
  const child = spawn(node, args, {
    env,
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
  children.add(child);
  child.once("exit", (code) => {
    children.delete(child);
    if (!ending) {
      failed = true;
      end();
    } else if (code) failed = true;
    if (children.size === 0) process.exit(failed ? 1 : 0);
  });
  return child;
}

// A terminal's Ctrl-C reaches the children as well; they know how to end, and this process waits for them.
process.on("SIGINT", end);
process.on("SIGTERM", end);
process.on("SIGHUP", end);

run([...SENDING_FLAGS, "--import", "tsx", "bin/worker.ts"]);
run(servingArguments(dev)).on("message", (message) => {
  for (const line of message?.ready ?? []) console.log(line);
});
