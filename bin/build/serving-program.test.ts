import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { makeServingProgram } from "./serving-program";

test("the serving program is whole: plain JavaScript that needs installed packages and no source of ours", async () => {
  const folder = mkdtempSync(join(tmpdir(), "possibilities-serving-"));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const place = join(folder, "serving.mjs");
  await makeServingProgram(place);
  execFileSync(process.execPath, ["--check", place]);
  const imported = [...readFileSync(place, "utf8").matchAll(/^(?:import|\} from) .*?"([^"]+)";$/gm)].map(
    ([, name = ""]) => name,
  );
  const installed = Object.keys(JSON.parse(readFileSync("package.json", "utf8")).dependencies);
  expect(imported).toContain("next");
  expect(imported.filter((name) => !isBuiltin(name) && !installed.includes(name))).toEqual([]);
});
