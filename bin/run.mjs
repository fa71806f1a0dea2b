// Runs a TypeScript program of ours, whatever state the checkout is in: installs and generates what is missing first.
import { spawn } from "node:child_process";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { generateClients } from "./setup/generate.mjs";
import { install, nodeBinary } from "./setup/install.mjs";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
const [script, ...args] = process.argv.slice(2);

try {
  // A program's own output must stay clean for other programs to read.
  console.log = console.error;
  install();
  generateClients(nodeBinary());
} catch (error) {
  console.error(error.message);
  process.exit(1);
}

const child = spawn(resolve(nodeBinary()), ["--import", "tsx", script, ...args], { stdio: "inherit" });
for (const signal of ["SIGTERM", "SIGHUP"]) process.on(signal, () => child.kill(signal));
// A terminal gives Ctrl-C to the program itself too; a second one would mean: at once.
process.on("SIGINT", () => process.stdin.isTTY || child.kill("SIGINT"));
child.once("exit", (code) => process.exit(code ?? 1));
