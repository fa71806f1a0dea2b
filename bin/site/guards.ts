import type { IncomingMessage } from "node:http";

/** Why a request is turned away, and with which status. */
export const REFUSALS = {
  "bad-request": 400,
  foreign: 403,
  "not-found": 404,
  "wrong-method": 405,
  "only-to-read": 405,
  "stale-form": 409,
  "too-large": 413,
  "too-long": 414,
  "wrong-type": 415,
  "server-error": 500,
} as const;

export type RefusalKind = keyof typeof REFUSALS;

const MAX_URL = 8192;
const METHODS = new Set(["GET", "HEAD", "POST"]);
const FORM_TYPE = /^(multipart\/form-data\s*;.*boundary=|application\/x-www-form-urlencoded\b)/i;

/** The path of a request line, or why it is none of ours: nothing that could lead out of the site is looked up at all. */
export function pathOf(
  url: string,
): { ok: true; pathname: string; query: string } | { ok: false; why: RefusalKind } {
  if (url.length > MAX_URL) return { ok: false, why: "too-long" };
  const [pathname = "", ...rest] = url.split("?");
  if (!pathname.startsWith("/")) return { ok: false, why: "bad-request" };
  let decoded: string;
  try {
    decoded = decodeURIComponent(pathname);
  } catch {
    return { ok: false, why: "bad-request" };
  }
  if (/%2f|%5c/i.test(pathname) || /[\\\p{Cc}]/u.test(decoded)) return { ok: false, why: "bad-request" };
  if (decoded.split("/").some((segment) => segment === ".." || segment === "."))
    return { ok: false, why: "bad-request" };
  // What is still encoded after decoding was encoded twice, to get past somebody who decodes once.
  if (decoded.includes("//") || decoded.includes("%")) return { ok: false, why: "not-found" };
  return { ok: true, pathname, query: rest.join("?") };
}

/** Whether the site understands a method. */
export function isKnownMethod(method: string | undefined): boolean {
  return METHODS.has(method ?? "");
}

/** Whether a POST was sent by a page of ours, as far as a browser tells: by Sec-Fetch-Site, else by Origin. */
export function isFromOurs({ headers }: IncomingMessage, siteUrl: string, trustProxy: boolean): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin } = headers;
  // A client that says nothing brings no cookie either, so that nobody else's rights can be abused through it.
  if (origin === undefined) return true;
  if (!URL.canParse(origin)) return false;
  const hosts = [headers.host, new URL(siteUrl).host];
  if (trustProxy) hosts.push([headers["x-forwarded-host"]].flat()[0]);
  return hosts.includes(new URL(origin).host);
}

/** Whether a POST brings a form. */
export function isForm({ headers }: IncomingMessage): boolean {
  return FORM_TYPE.test(headers["content-type"] ?? "");
}
