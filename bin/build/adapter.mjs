import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Files such as sitemap, robots and icon are told of without their headers, which Next wrote down beside them. */
async function metadataPage({ pathname, filePath }) {
  const { status, headers } = JSON.parse(await readFile(filePath.replace(/\.body$/, ".meta"), "utf8"));
  return { pathname, file: filePath, status: status ?? 200, headers };
}

/** Told by Next when a build is done: writes down which pages are finished and where they lie. */
const adapter = {
  name: "finished-pages",
  async onBuildComplete({ outputs, distDir, buildId }) {
    const pages = outputs.prerenders
      .filter((page) => page.fallback?.filePath)
      .map(({ pathname, fallback }) => ({
        pathname,
        file: fallback.filePath,
        status: fallback.initialStatus ?? 200,
        headers: fallback.initialHeaders ?? {},
      }));
    const made = outputs.staticFiles.filter(({ filePath }) => filePath.endsWith(".body"));
    pages.push(...(await Promise.all(made.map(metadataPage))));
    await writeFile(join(distDir, "finished-pages.json"), JSON.stringify({ buildId, pages }, null, 1));
  },
};

export default adapter;
