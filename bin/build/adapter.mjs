import { writeFile } from "node:fs/promises";
import { join } from "node:path";

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
    await writeFile(join(distDir, "finished-pages.json"), JSON.stringify({ buildId, pages }, null, 1));
  },
};

export default adapter;
