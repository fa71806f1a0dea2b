import { randomBytes } from "node:crypto";
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from "node:fs";
import { type Settings, secretFile } from "@/lib/env/env";
import { dirname } from "node:path";
import { Refusal } from "./refusal";

function code(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}

/** Makes a folder and those above it, for this account alone; one by one, for making them at once never ends below /proc. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  makeFolder(dirname(folder));
  try {
    mkdirSync(folder, { mode: 0o700 });
  } catch (error) {
    if (code(error) !== "EEXIST") throw error;
  }
}

/** Makes the data folder and the secret, each for this account alone; refuses where it cannot be written to. */
export function prepareData({ DATA_DIR, APP_SECRET }: Settings): void {
  try {
    makeFolder(DATA_DIR);
    accessSync(DATA_DIR, constants.W_OK | constants.X_OK);
    if (APP_SECRET || existsSync(secretFile(DATA_DIR))) return;
    // Whoever is first makes it; a second start at the same moment takes what the first one made.
    writeFileSync(secretFile(DATA_DIR), `${randomBytes(32).toString("hex")}\n`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (code(error) === "EEXIST" && existsSync(secretFile(DATA_DIR))) return;
    if (!code(error)) throw error;
    throw new Refusal(
      `The data folder ${DATA_DIR} cannot be written to (${code(error)}). Give this account the right to, or set DATA_DIR to another folder.`,
    );
  }
}
