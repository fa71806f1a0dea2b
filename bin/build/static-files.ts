import { existsSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { extname, join, relative, sep } from "node:path";

const TYPES: Record<string, string> = {
  ".css": "text/css; charset=utf-8",
  ".html": "text/html; charset=utf-8",
  ".ico": "image/x-icon",
  ".jpg": "image/jpeg",
  ".js": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".pdf": "application/pdf",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".woff2": "font/woff2",
  ".xml": "application/xml; charset=utf-8",
};

export type StaticFile = { pathname: string; file: string; type: string };

/** Every file below a folder with the address it is served at and its type; scripts and their maps are left out, readers get none. */
export async function staticFiles(folder: string, prefix: string): Promise<StaticFile[]> {
  if (!existsSync(folder)) return [];
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile() && ![".js", ".map"].includes(extname(entry.name)))
    .map((entry) => {
      const file = join(entry.parentPath, entry.name);
      const pathname = `${prefix}/${relative(folder, file).split(sep).map(encodeURIComponent).join("/")}`;
      return { pathname, file, type: TYPES[extname(entry.name)] ?? "application/octet-stream" };
    });
}
