// Installs what package-lock.json names, unless that is what is there already. Runs on nothing but Node and npm.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const STAMP = "node_modules/.installed";

/** What is installed, told by the lock file and by where and on what it was installed. */
function wanted() {
  const lock = readFileSync("package-lock.json");
  return createHash("sha256").update(lock).update(`${process.platform}-${process.arch}`).digest("hex");
}

/** Brings node_modules to what the lock file says; npm's own words are shown when it fails. Throws a sentence. */
export function install() {
  if (existsSync(STAMP) && readFileSync(STAMP, "utf8") === wanted()) return;
  console.log("installing packages …");
  const npm = process.platform === "win32" ? "npm.cmd" : "npm";
  const env = { ...process.env, NODE_ENV: "development", PRISMA_SKIP_POSTINSTALL_GENERATE: "1" };
  const result = spawnSync(npm, ["ci", "--no-audit", "--no-fund", "--loglevel=error"], {
    env,
    encoding: "utf8",
    shell: process.platform === "win32",
  });
  if (result.status !== 0) {
    throw new Error(
      `The packages could not be installed.\n${result.stdout ?? ""}${result.stderr ?? ""}`.trim(),
    );
  }
  mkdirSync("node_modules", { recursive: true });
  writeFileSync(STAMP, wanted());
}

/** The Node that everything runs on: the one in node_modules, which is 24 even where the machine has an older one. */
export function nodeBinary() {
  const own = join("node_modules", "node", "bin", process.platform === "win32" ? "node.exe" : "node");
  return existsSync(own) ? own : process.execPath;
}
