/** The part of an entity tag that names the content, whatever form it came in. */
function core(tag: string): string {
  return tag
    .trim()
    .replace(/^W\//, "")
    .replace(/^"|"$/g, "")
    .replace(/-(br|gzip)$/, "");
}

/** Whether a client has this content already, by weak comparison (RFC 9110 §13.1.2); nonsense matches nothing. */
export function isKnown(ifNoneMatch: string | undefined, etag: string): boolean {
  if (!ifNoneMatch || ifNoneMatch.length > 4000) return false;
  if (ifNoneMatch.trim() === "*") return true;
  const wanted = core(etag);
  return ifNoneMatch.split(",").some((tag) => /^\s*(W\/)?"[^"]*"\s*$/.test(tag) && core(tag) === wanted);
}

export type Range = { start: number; end: number };

/** The one range of bytes a client asks for (RFC 9110 §14); anything else than one plain range is not honoured. */
export function rangeOf(header: string | undefined, size: number): Range | "unsatisfiable" | undefined {
  const match = /^bytes=(\d{0,15})-(\d{0,15})$/.exec(header?.trim() ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return undefined;
  const [, from = "", to = ""] = match;
  const start = from === "" ? Math.max(0, size - Number(to)) : Number(from);
  const end = from === "" || to === "" ? size - 1 : Math.min(Number(to), size - 1);
  if (from !== "" && to !== "" && Number(to) < Number(from)) return undefined;
  return start >= size || (from === "" && Number(to) === 0) ? "unsatisfiable" : { start, end };
}
