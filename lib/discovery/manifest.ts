import type { Business } from "@/lib/content/schemas";

export const MANIFEST_PATH = "/manifest.webmanifest";
export const MANIFEST_TYPE = "application/manifest+json; charset=utf-8";

/** What a device needs to keep the site as if it were a program: names, colours, the sign. */
export function manifest({ name, description, language }: Business): string {
  return JSON.stringify({
    id: "/",
    name,
    short_name: name.length > 12 ? name.split(/[^\p{L}\p{N}]/u)[0] : name,
    description,
    lang: language,
    start_url: "/",
    scope: "/",
    display: "browser",
    background_color: "#f2eee3",
    theme_color: "#f2eee3",
    icons: [
      { src: "/icon.svg", type: "image/svg+xml", sizes: "any", purpose: "any" },
      { src: "/icons/icon-192.png", type: "image/png", sizes: "192x192", purpose: "any" },
      { src: "/icons/icon-512.png", type: "image/png", sizes: "512x512", purpose: "any" },
      { src: "/icons/maskable-512.png", type: "image/png", sizes: "512x512", purpose: "maskable" },
    ],
    shortcuts: [
      { name: "The archive", url: "/ezine" },
      { name: "Search", url: "/search" },
    ],
  });
}
