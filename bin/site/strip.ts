import { BUILD_ORIGIN } from "@/lib/site";

const SCRIPT = /<script\b([^>]*)>[\s\S]*?<\/script\s*>/gi;
const SCRIPT_PRELOAD = /<link\b(?=[^>]*\bas="script")[^>]*>/gi;
const DATA_BLOCK = /\btype=["']?(application\/(ld\+)?json|speculationrules)["']?/i;
/** What React leaves for its script to find; without one it is only weight. */
const MARKERS = /<!--(?:\/?\$[!?~]?|\/?&|html|head|body| )-->|<div hidden="">(?:<!--\/?\$-->)*<\/div>/g;

/** HTML without anything that a browser would execute; data blocks such as JSON-LD stay. */
export function withoutScripts(html: string): string {
  return html
    .replace(SCRIPT, (element, attributes: string) => (DATA_BLOCK.test(attributes) ? element : ""))
    .replace(SCRIPT_PRELOAD, "")
    .replace(MARKERS, "");
}

/** A text with the site's own origin where the build put its stand-in, in whatever way it was escaped. */
export function atOrigin(text: string, origin: string): string {
  const ways: ((url: string) => string)[] = [
    (url) => url,
    (url) => url.replaceAll("/", "\\/"),
    (url) => encodeURIComponent(url),
    (url) => url.replaceAll("/", "&#x2F;"),
  ];
  return ways.reduce((done, way) => done.replaceAll(way(BUILD_ORIGIN), way(origin)), text);
}
