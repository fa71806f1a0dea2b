import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { glob } from "node:fs/promises";
import { withFileLock } from "@/lib/file-lock";
import { BUILD_ORIGIN } from "@/lib/site";
import { finish } from "../build/finish";
import { makeServingProgram } from "../build/serving-program";
import { Refusal } from "./refusal";
import { checkWordsAside } from "./words";

const STAMP = ".next/built-from";

const SOURCES = [
  "{app,components,content,emails,lib,public,bin/build,bin/site}/**/*",
  "{next.config.ts,package-lock.json,tsconfig.json,prisma/models.prisma}",
];

/**
 * Names the actions in forms. No action of ours binds a value that would have to be kept secret in a page, so the
 * key need not be one; being the same for every build lets a page opened before a deployment still be sent.
 */
const ACTIONS_KEY = createHash("sha256").update("possibilities at work: server actions").digest("base64");

const NOT_BUILT = /\.test\.|(^|\/)generated(\/|$)/;

async function fingerprint(): Promise<string> {
  const paths: string[] = [];
  for await (const path of glob(SOURCES))
    if (!NOT_BUILT.test(path) && statSync(path).isFile()) paths.push(path);
  const hash = createHash("sha256");
  for (const path of paths.sort()) hash.update(path).update("\0").update(readFileSync(path));
  return hash.digest("hex");
}

/** The words a build that failed said about why, without its progress. */
function complaint(output: string): string {
  const at = output.search(/Error|error/);
  return output.slice(Math.max(0, at)).trim().slice(0, 4000);
}

async function build(): Promise<void> {
  checkWordsAside();
  console.log("building the site …");
  const env = {
    ...process.env,
    NODE_ENV: "production" as const,
    SITE_URL: BUILD_ORIGIN,
    NEXT_SERVER_ACTIONS_ENCRYPTION_KEY: ACTIONS_KEY,
  };
  const result = spawnSync(process.execPath, ["node_modules/next/dist/bin/next", "build"], {
    env,
    encoding: "utf8",
  });
  if (result.error) throw result.error;
  if (result.status !== 0)
    throw new Refusal(`The site could not be built.\n${complaint(result.stdout + result.stderr)}`);
}

/** Builds the site unless it was built from these very sources, finishes its bytes for an origin, and makes the program that serves them. */
export async function buildIfChanged(origin: string): Promise<void> {
  const sources = await fingerprint();
  await withFileLock(".building", async () => {
    if (!existsSync(STAMP) || readFileSync(STAMP, "utf8") !== sources) {
      await build();
      writeFileSync(STAMP, sources);
    }
    await finish(origin);
    await makeServingProgram();
  });
}
