import { request } from "node:http";
import { atMost, type Line } from "../line";
import { startSite } from "../running-site";

/** As a browser gets it: compressed with brotli where the server does so, counted as it goes over the line. */
function taken(url: string, encoding: string): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { headers: { "Accept-Encoding": encoding } }, async (response) => {
      if (response.statusCode !== 200) return reject(new Error(`${url}: ${response.statusCode}`));
      const chunks: Buffer[] = [];
      for await (const chunk of response) chunks.push(chunk);
      resolve(Buffer.concat(chunks));
    });
    sent.once("error", reject).end();
  });
}

function matches(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map(([, found = ""]) => found))];
}

/** The weight of a first visit to an issue; every font that the style sheets name counts, whether it is used there or not. */
export async function rows(): Promise<Line[]> {
  const site = await startSite();
  try {
    const size = async (path: string) => (await taken(new URL(path, site.url).href, "br")).length;
    const text = async (path: string) =>
      (await taken(new URL(path, site.url).href, "identity")).toString("utf8");
    const slugs = matches(await text("/ezine"), /href="(\/ezine\/(?!topics|subscribe|feed|rss)[a-z0-9-]+)"/g);
    const weights = await Promise.all(slugs.map(async (path) => ({ path, bytes: await size(path) })));
    const heaviest = weights.reduce((most, one) => (one.bytes > most.bytes ? one : most));
    const html = await text(heaviest.path);
    const styles = matches(html, /<link rel="stylesheet" href="([^"]+)"/g);
    const preloaded = matches(html, /<link rel="preload" href="([^"]+)" as="font"/g);
    const named: string[] = [];
    let bytes = heaviest.bytes;
    for (const path of styles) {
      bytes += await size(path);
      for (const url of matches(await text(path), /url\(["']?([^"')]+\.woff2)/g))
        named.push(new URL(url, new URL(path, site.url)).pathname);
    }
    const fonts = [...new Set([...preloaded, ...named])];
    let withFonts = bytes;
    for (const path of fonts) withFonts += await size(path);
    return [
      atMost(
        `a first visit to the heaviest of ${slugs.length} issues, HTML and CSS in brotli`,
        bytes / 1024,
        15,
        "KB",
        1,
      ),
      atMost(`the same with its ${fonts.length} fonts`, withFonts / 1024, 105, "KB", 1),
    ];
  } finally {
    await site.stop();
  }
}
