import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readSettings } from "../env/env";
import { folderFindings, spaceFinding } from "./folder";

async function states(given: Record<string, string>) {
  const read = readSettings(given);
  if (!read.ok) throw new Error(read.problems.join());
  const findings = await folderFindings(read.settings);
  return Object.fromEntries(findings.map(({ name, state }) => [name, state]));
}

function aDataFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "possibilities-doctor-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

const STRONG = "k3Vq9Zt1xW7rB5nM2cL8pY4sD6fG0hJa";

test("a secret that can be guessed fails; a long one of many signs, and one the first start made, are well", async () => {
  const DATA_DIR = aDataFolder();
  expect(await states({ DATA_DIR })).toMatchObject({ secret: "warn" });
  expect(await states({ DATA_DIR, APP_SECRET: STRONG })).toMatchObject({ secret: "ok" });
  expect(await states({ DATA_DIR, APP_SECRET: "a".repeat(64) })).toMatchObject({ secret: "fail" });
  writeFileSync(join(DATA_DIR, "secret"), STRONG, { mode: 0o600 });
  expect(await states({ DATA_DIR })).toMatchObject({ secret: "ok", files: "ok" });
});

test("a data folder or a secret that others can look into is warned of", async () => {
  const DATA_DIR = aDataFolder();
  writeFileSync(join(DATA_DIR, "secret"), STRONG, { mode: 0o600 });
  chmodSync(join(DATA_DIR, "secret"), 0o640);
  expect(await states({ DATA_DIR })).toMatchObject({ files: "warn" });
  chmodSync(join(DATA_DIR, "secret"), 0o600);
  chmodSync(DATA_DIR, 0o755);
  expect(await states({ DATA_DIR })).toMatchObject({ files: "warn" });
});

test("little room is warned of, and none to speak of fails", () => {
  const gigabyte = 1024 ** 3;
  expect([5, 0.5, 0.05].map((room) => spaceFinding(room * gigabyte).state)).toEqual(["ok", "warn", "fail"]);
});

test("where there is no data folder yet, the start makes it", async () => {
  expect(await states({ DATA_DIR: join(aDataFolder(), "none") })).toMatchObject({ disk: "warn" });
});
