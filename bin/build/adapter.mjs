import { writeFile } from "node:fs/promises";
import { join, relative } from "node:path";

/** What Next's client runtime asks for between pages; readers get no client runtime. */
const FOR_THE_RUNTIME = /\.rsc$|\.segments\//;

/** Told by Next when a build is done: writes down which pages are finished and where in the build they lie. */
const adapter = {
  name: "finished-pages",
  async onBuildComplete({ outputs, distDir, buildId }) {
    const pages = outputs.prerenders
      .filter(({ pathname, fallback }) => fallback?.filePath && !FOR_THE_RUNTIME.test(pathname))
      .map(({ pathname, fallback }) => ({
        pathname,
        file: relative(distDir, fallback.filePath),
        status: fallback.initialStatus ?? 200,
        type: fallback.initialHeaders?.["content-type"] ?? "text/html; charset=utf-8",
        immutable: /\bimmutable\b/.test(fallback.initialHeaders?.["cache-control"] ?? ""),
      }));
    await writeFile(join(distDir, "finished-pages.json"), JSON.stringify({ buildId, pages }, null, 1));
  },
};

export default adapter;
