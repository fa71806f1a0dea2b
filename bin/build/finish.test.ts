import { mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { loadFinished } from "../site/finished";
import { bundleFolders } from "./bundle";
import { finish } from "./finish";

const BODY = "<p>Grace keeps the books of a bakery in a town by the sea.</p>".repeat(20);
const PAGE = `<!DOCTYPE html><html><head><link rel="canonical" href="https://origin.invalid/about">
<script>self.__next_f=[]</script><script src="/_next/static/a.js" async></script>
<script type="application/ld+json">{"url":"https:\\u002F\\u002Forigin.invalid\\u002Fabout"}</script></head>
<body>${BODY}<a href="/share?u=https%3A%2F%2Forigin.invalid%2F">Share</a></body></html>`;

const page = { status: 200, type: "text/html; charset=utf-8", immutable: false };
const PAGES = [
  { ...page, pathname: "/about", file: "server/about.html" },
  { ...page, pathname: "/problem/not-found", file: "server/gone.html", status: 404 },
  { ...page, pathname: "/ezine/text/one", file: "server/one.body", type: "text/plain; charset=utf-8" },
  { ...page, pathname: "/card", file: "server/card.body", type: "image/png" },
  { ...page, pathname: "/_global-error", file: "server/gone.html" },
];

/** What a build leaves behind: pages, files, and the list of them. */
function build(): { dist: string; publicDir: string } {
  const root = mkdtempSync(join(tmpdir(), "possibilities-finish-"));
  onTestFinished(() => rmSync(root, { recursive: true }));
  const files: Record<string, string | Buffer> = {
    "dist/finished-pages.json": JSON.stringify({ buildId: "b1", pages: PAGES }),
    "dist/server/about.html": PAGE,
    "dist/server/gone.html": "<h1>Not here</h1>",
    "dist/server/one.body": `One letter, https://origin.invalid/ezine/one\n${"words ".repeat(100)}`,
    "dist/server/card.body": Buffer.alloc(3000, 1),
    "dist/static/style.css": "p{margin:0}".repeat(100),
    "dist/static/run.js": "run()",
    "dist/static/run.js.map": "{}",
    "public/a map.svg": "<svg/>",
  };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return { dist: join(root, "dist"), publicDir: join(root, "public") };
}

async function finishedAt(origin: string, { dist, publicDir }: ReturnType<typeof build>) {
  await finish(origin, dist, publicDir);
  return loadFinished(Object.values(bundleFolders("b1", origin, dist)), () => ({}));
}

test("every form of every piece is the same text, at the site's own origin and without a script", async () => {
  const pages = await finishedAt("http://localhost:3000", build());
  for (const [path, { forms }] of pages) {
    const plain = forms.identity.bytes;
    if (forms.br !== forms.identity) {
      expect(brotliDecompressSync(forms.br.bytes).equals(plain), `${path} in brotli`).toBe(true);
      expect(gunzipSync(forms.gzip.bytes).equals(plain), `${path} in gzip`).toBe(true);
      expect(forms.br.headers["Content-Length"]).toBe(String(forms.br.bytes.length));
    }
    expect(plain.toString()).not.toContain("origin.invalid");
    expect(plain.toString().replace(/<script type="application\/ld\+json">/g, "")).not.toContain("<script");
  }
  const about = pages.get("/about");
  expect(about?.forms.br).not.toBe(about?.forms.identity);
  const html = about?.forms.identity.bytes.toString();
  expect(html).toContain('href="http://localhost:3000/about"');
  expect(html).toContain("?u=http%3A%2F%2Flocalhost%3A3000%2F");
  expect(html).toContain('{"url":"http:\\u002F\\u002Flocalhost:3000\\u002Fabout"}');
});

test("each piece is found at its address with its status, and scripts are found nowhere", async () => {
  const pages = await finishedAt("http://localhost:3000", build());
  expect([...pages.keys()].sort()).toEqual([
    "/_next/static/style.css",
    "/a%20map.svg",
    "/about",
    "/card",
    "/ezine/one.txt",
    "/problem/not-found",
    "/speculation-rules.json",
  ]);
  expect(pages.get("/problem/not-found")?.status).toBe(404);
  expect(pages.get("/_next/static/style.css")?.forms.gzip.headers["Cache-Control"]).toContain("immutable");
  expect(pages.get("/card")?.forms.br.headers["Content-Encoding"]).toBeUndefined();
});

test("another origin changes only what names it, and what is finished once is not finished again", async () => {
  const built = build();
  const one = await finishedAt("http://localhost:3000", built);
  const folders = () => readdirSync(join(built.dist, "finished")).sort();
  const marks = () => folders().map((name) => statSync(join(built.dist, "finished", name, "index.json")).ino);
  const first = folders();
  const two = await finishedAt("https://www.example.com", built);
  expect(folders()).toHaveLength(first.length + 1);
  const changed = [...one].filter(([path, { etag }]) => two.get(path)?.etag !== etag).map(([path]) => path);
  expect(changed.sort()).toEqual(["/about", "/ezine/one.txt"]);
  const before = marks();
  await finish("http://localhost:3000", built.dist, built.publicDir);
  expect(marks()).toEqual(before);
});
