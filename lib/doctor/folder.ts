import { existsSync, statSync } from "node:fs";
import { statfs } from "node:fs/promises";
import { type Settings, secretFile } from "../env/env";
import { type Finding, fail, ok, warn } from "./finding";

const GIGABYTE = 1024 ** 3;
const LITTLE_SPACE = GIGABYTE;
const NO_SPACE = 0.1 * GIGABYTE;
const STRONG_SECRET = 32;

/** The secret's strength, who may read it, and the room that is left. */
export async function folderFindings(settings: Settings): Promise<Finding[]> {
  return [secretFinding(settings), privacyFinding(settings), await roomFinding(settings)];
}

function secretFinding({ APP_SECRET, DATA_DIR }: Settings): Finding {
  const file = secretFile(DATA_DIR);
  if (!APP_SECRET) {
    return existsSync(file)
      ? ok("secret", `made by the first start and kept in ${file}`)
      : warn("secret", "there is none yet", "npm start makes one.");
  }
  const kinds = new Set(APP_SECRET).size;
  if (APP_SECRET.length >= STRONG_SECRET && kinds >= 10) return ok("secret", "set by APP_SECRET");
  return fail(
    "secret",
    "APP_SECRET can be guessed",
    "Set it to 64 random letters and digits; keep the old one in APP_SECRET_PREVIOUS.",
  );
}

function privacyFinding({ DATA_DIR }: Settings): Finding {
  const open = [DATA_DIR, secretFile(DATA_DIR)].filter(
    (path) => existsSync(path) && (statSync(path).mode & 0o077) !== 0,
  );
  if (open.length === 0) return ok("files", "the data folder and the secret are for this account alone");
  return warn(
    "files",
    `other accounts of this machine can look into ${open.join(" and ")}`,
    `chmod go= ${open.join(" ")}`,
  );
}

async function roomFinding({ DATA_DIR }: Settings): Promise<Finding> {
  if (!existsSync(DATA_DIR)) return warn("disk", `there is no folder ${DATA_DIR} yet`, "npm start makes it.");
  const { bavail, bsize } = await statfs(DATA_DIR);
  return spaceFinding(bavail * bsize);
}

/** What so many free bytes mean. */
export function spaceFinding(free: number): Finding {
  const detail = `${(free / GIGABYTE).toFixed(1)} GB are free`;
  if (free < NO_SPACE) return fail("disk", detail, "Make room at once: sign-ups are about to be lost.");
  return free < LITTLE_SPACE ? warn("disk", detail, "Make room, or move DATA_DIR.") : ok("disk", detail);
}
