// npm test: brings what is missing, then runs everything that guards this project, and ends with one line of sums.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { delimiter, dirname, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { generateClients } from "./setup/generate.mjs";
import { install, nodeBinary } from "./setup/install.mjs";

process.chdir(dirname(dirname(fileURLToPath(import.meta.url))));
install();
const node = resolve(nodeBinary());
generateClients(node);

const path = [dirname(node), resolve("node_modules/.bin"), process.env.PATH].join(delimiter);
// Settings of whoever runs the tests must not reach the programs under test.
const env = { PATH: path, NEXT_TELEMETRY_DISABLED: "1", FORCE_COLOR: "0" };
for (const name of [
  "HOME",
  "TMPDIR",
  "LANG",
  "CI",
  "E2E_PORT",
  "PLAYWRIGHT_BROWSERS_PATH",
  "NODE_EXTRA_CA_CERTS",
  "DISPLAY",
]) {
  if (process.env[name]) env[name] = process.env[name];
}

let passed = 0;
let failed = 0;
const failures = [];

function run(title, script, args, more = {}) {
  console.log(`\n— ${title}`);
  const result = spawnSync(node, [script, ...args], { env: { ...env, ...more }, stdio: "inherit" });
  return result.status === 0;
}

function count(what, isGood) {
  if (isGood) {
    passed += 1;
  } else {
    failed += 1;
    failures.push(what);
  }
}

/** Adds up what a runner wrote down; one that fell over before writing, or beside its tests, counts as a failure. */
function sums(runner, file, isGood, read) {
  if (!existsSync(file)) return count(runner, false);
  const { good, bad } = read(JSON.parse(readFileSync(file, "utf8")));
  passed += good;
  failed += bad.length;
  failures.push(...bad);
  if (!isGood && bad.length === 0) count(`${runner}, outside its tests`, false);
}

function unitSums({ numPassedTests, testResults }) {
  const bad = testResults.flatMap(({ name, assertionResults }) =>
    assertionResults
      .filter(({ status }) => status === "failed")
      .map(({ fullName }) => `${relative(process.cwd(), name)}: ${fullName}`),
  );
  return { good: numPassedTests, bad };
}

function journeySums({ suites, stats }) {
  const specs = (suite) => [...(suite.specs ?? []), ...(suite.suites ?? []).flatMap(specs)];
  const bad = suites
    .flatMap(specs)
    .filter(({ ok }) => !ok)
    .map(({ file, title }) => `e2e/${file}: ${title}`);
  return { good: stats.expected, bad };
}

function ensureChromium() {
  const find = () => {
    const code = 'import("./bin/test/chromium.mjs").then((m) => process.exit(m.chromiumPath() ? 0 : 1))';
    return spawnSync(node, ["-e", code], { env }).status === 0;
  };
  if (find()) return;
  console.log("installing a browser …");
  const tries = [
    [node, ["node_modules/@playwright/test/cli.js", "install", "chromium"]],
    ["apt-get", ["update", "-q"]],
    ["apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"]],
  ];
  for (const [command, args] of tries) {
    spawnSync(command, args, { stdio: "ignore", env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" } });
    if (find()) return;
  }
  console.error(
    "There is no browser to test with: install Chromium, or run npx playwright install chromium.",
  );
  process.exit(1);
}

rmSync("test-results", { recursive: true, force: true });
mkdirSync("test-results", { recursive: true });
ensureChromium();

count("lint", run("lint", "node_modules/@biomejs/biome/bin/biome", ["check", "."]));
const typed = run("routes", "node_modules/next/dist/bin/next", ["typegen"]);
const types = ["--noEmit", "--incremental", "false"];
count("types", typed && run("types", "node_modules/typescript/bin/tsc", types));

const units = "test-results/vitest.json";
const unitArgs = ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${units}`];
const unitsGood = run("units, components, both databases", "node_modules/vitest/vitest.mjs", unitArgs);
sums("units", units, unitsGood, unitSums);

const journeys = "test-results/e2e.json";
const journeysGood = run("journeys in a browser", "node_modules/@playwright/test/cli.js", ["test"]);
sums("journeys", journeys, journeysGood, journeySums);

if (failures.length > 0) console.log(`\nfailed:\n${failures.map((what) => `  ${what}`).join("\n")}`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed === 0 ? 0 : 1);
