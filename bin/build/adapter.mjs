import { readFile, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** What Next's client runtime asks for between pages; readers get no client runtime. */
const FOR_THE_RUNTIME = /\.rsc$|\.segments\//;

function pageOf(distDir, pathname, filePath, status, headers = {}) {
  return {
    pathname,
    file: relative(distDir, filePath),
    status: status ?? 200,
    type: headers["content-type"] ?? "text/html; charset=utf-8",
    immutable: /\bimmutable\b/.test(headers["cache-control"] ?? ""),
  };
}

/** Files such as sitemap, robots and icon are told of without their headers, which Next wrote down beside them. */
async function metadataPage(distDir, { pathname, filePath }) {
  const { status, headers } = JSON.parse(await readFile(filePath.replace(/\.body$/, ".meta"), "utf8"));
  return pageOf(distDir, pathname, filePath, status, headers);
}

/** Told by Next when a build is done: writes down which pages are finished and where in the build they lie. */
const adapter = {
  name: "finished-pages",
  async onBuildComplete({ outputs, distDir, buildId }) {
    const pages = outputs.prerenders
      .filter(({ pathname, fallback }) => fallback?.filePath && !FOR_THE_RUNTIME.test(pathname))
      .map(({ pathname, fallback }) =>
        pageOf(distDir, pathname, fallback.filePath, fallback.initialStatus, fallback.initialHeaders),
      );
    const made = outputs.staticFiles.filter(({ filePath }) => filePath.endsWith(".body"));
    pages.push(...(await Promise.all(made.map((file) => metadataPage(distDir, file)))));
    await writeFile(join(distDir, "finished-pages.json"), JSON.stringify({ buildId, pages }, null, 1));
  },
};

export default adapter;
