import { promisify } from "node:util";
import { brotliCompress, constants, gzip as zip } from "node:zlib";

const compressBrotli = promisify(brotliCompress);
const compressGzip = promisify(zip);

export type Encoding = "br" | "gzip" | "identity";

/** Browsers ask in a handful of ways: each is worked out once, and nobody can make us remember more than these. */
const MOST_KNOWN = 64;
const LONGEST_KNOWN = 100;
const known = new Map<string, Encoding>();

/** The best form that a client takes (RFC 9110 §12.5.3); what makes no sense counts as not asked for. */
export function chooseEncoding(accept = ""): Encoding {
  const remembered = known.get(accept);
  if (remembered) return remembered;
  const best = bestEncoding(accept);
  if (accept.length > LONGEST_KNOWN) return best;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(accept, best);
  return best;
}

function bestEncoding(accept: string): Encoding {
  const wanted = new Map<string, number>();
  for (const part of accept.slice(0, 1000).toLowerCase().split(",")) {
    const [name = "", ...parameters] = part.split(";").map((piece) => piece.trim());
    const q = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
    const weight = q === undefined ? 1 : /^(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(q) ? Number(q) : 0;
    if (name) wanted.set(name, weight);
  }
  const weightOf = (name: string) => wanted.get(name) ?? wanted.get("*") ?? 0;
  const best = Math.max(weightOf("br"), weightOf("gzip"));
  if (best === 0 || best < (wanted.get("identity") ?? 0)) return "identity";
  return weightOf("br") === best ? "br" : "gzip";
}

/** Whether a type of content gets smaller by compressing. */
export function isCompressible(type: string): boolean {
  return /^(text\/|application\/(json|feed\+json|manifest\+json|ld\+json|xml|atom\+xml|rss\+xml|speculationrules\+json)|image\/svg)/.test(
    type,
  );
}

/** Brotli at a quality from 0 to 11, told that it is text; made beside the main thread. */
export function brotliAside(bytes: Buffer, quality: number): Promise<Buffer> {
  const params = {
    [constants.BROTLI_PARAM_QUALITY]: quality,
    [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
  };
  return compressBrotli(bytes, { params });
}

/** Gzip, at its strongest unless told otherwise; made beside the main thread. */
export function gzipAside(bytes: Buffer, level = 9): Promise<Buffer> {
  return compressGzip(bytes, { level });
}
