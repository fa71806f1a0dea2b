import { BUILD_ORIGIN } from "@/lib/site";
import { withoutScripts } from "./scripts";

/** What React leaves for its script to find; without one it is only weight. */
const MARKERS = /<!--(?:\/?\$[!?~]?|\/?&|html|head|body| )-->|<div hidden="">(?:<!--\/?\$-->)*<\/div>/g;

/** React's form without an address; a form that goes to its own page has none, and must not have an empty one. */
const TO_ITSELF = /(<form\b[^>]*?) action=""/g;

/** What Next asks for before the styles although a page can be read without it, and the styles themselves. */
const FONTS_BEFORE_STYLES =
  /((?:<link rel="preload"[^>]* as="font"[^>]*>)+)((?:<link rel="stylesheet"[^>]*>)+)/;

/** A page as readers get it: nothing that a browser would execute, nor what React keeps for its own script. */
export function forReaders(html: string): string {
  return withoutScripts(html)
    .replace(MARKERS, "")
    .replace(TO_ITSELF, "$1")
    .replace(FONTS_BEFORE_STYLES, "$2$1");
}

/** The ways in which an address may stand in a page, a feed or a form. */
const WAYS: ((url: string) => string)[] = [
  (url) => url,
  (url) => url.replaceAll("/", "\\/"),
  (url) => url.replaceAll("/", "\\u002F"),
  (url) => url.replaceAll("/", "&#x2F;"),
  encodeURIComponent,
  (url) => encodeURIComponent(url).replaceAll("%3A", "%3a").replaceAll("%2F", "%2f"),
  (url) => new URL(url).host,
];

/** Whether a text stands for a site whose origin is not known yet. */
export function namesBuildOrigin(text: string): boolean {
  return text.includes(new URL(BUILD_ORIGIN).host);
}

/** A text with the site's own origin where the build put its stand-in, in whatever way it was escaped. */
export function atOrigin(text: string, origin: string): string {
  if (!namesBuildOrigin(text)) return text;
  return WAYS.reduce((done, way) => done.replaceAll(way(BUILD_ORIGIN), way(origin)), text);
}
