import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { withFileLock } from "@/lib/file-lock";
import { atOrigin, namesBuildOrigin } from "../site/strip";
import { bundleFolders } from "./bundle";
import { readBuild, type Source, sources } from "./sources";
import { writeBundle } from "./write-bundle";

async function namesOrigin(source: Source): Promise<boolean> {
  const body = await source.read();
  return typeof body === "string" && namesBuildOrigin(body);
}

/**
 * Makes the bytes that are served: pages without script and with the site's own origin, each with its brotli and
 * gzip forms, in files with an index. What is made already is used again.
 */
export async function finish(origin: string, build?: string, publicDir?: string): Promise<void> {
  const { buildId, pages } = await readBuild(build);
  const { anywhere, here } = bundleFolders(buildId, origin, build);
  if (existsSync(anywhere) && existsSync(here)) return;
  await mkdir(dirname(here), { recursive: true });
  await withFileLock(join(dirname(here), "lock"), async () => {
    const all = await sources(pages, build, publicDir);
    const same: Source[] = [];
    const named: Source[] = [];
    for (const source of all) ((await namesOrigin(source)) ? named : same).push(source);
    const bytesOf = async (source: Source) => {
      const body = await source.read();
      return typeof body === "string" ? Buffer.from(atOrigin(body, origin)) : body;
    };
    if (!existsSync(anywhere)) await writeBundle(anywhere, same, bytesOf);
    if (!existsSync(here)) await writeBundle(here, named, bytesOf);
  });
}
