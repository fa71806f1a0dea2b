import { type Fields, field, isFieldLine, readFields } from "./fields";

/** A leaf of a mail's tree; the body is still encoded, one character a byte. */
export type Part = { readonly type: string; readonly fields: Fields; readonly body: string };

/** A mail as far as returns need it: its own header and its leaves in order. */
export type Mail = { readonly fields: Fields; readonly parts: readonly Part[] };

const READ_BYTES = 16 * 1024 * 1024;
const HEADER_CHARACTERS = 256 * 1024;
const PARTS = 60;
const DEPTH = 6;

/**
 * Reads any bytes as a mail and never throws: what is not a header is body, what is not a part is text.
 * Written by hand because postal-mime and mailparser both throw on garbage, and postal-mime needs seconds
 * for five megabytes of plain text; here only the few parts that matter are ever decoded.
 */
export function readMail(bytes: Uint8Array): Mail {
  const view = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, READ_BYTES));
  const source = oneKindOfLineEnd(view.toString("latin1"));
  const { fields, body } = readEntity(source);
  const parts: Part[] = [];
  collect(fields, body, 0, parts);
  return { fields, parts };
}

/** The report inside a mail that only wraps it, as scanning gateways send them on; undefined for any other mail. */
export function wrappedReport({ fields, parts }: Mail): Mail | undefined {
  const wraps = /report-type/i.test(field(fields, "content-type"));
  if (!wraps || parts.some(({ type }) => /delivery-status|feedback|disposition/.test(type))) return undefined;
  const inner = parts.find(
    ({ type, body }) => type === "message/rfc822" && /multipart\/report/i.test(body.slice(0, 16_384)),
  );
  return inner && readMail(Buffer.from(inner.body, "latin1"));
}

/** Splits text into a header and a body; text that does not open with a field is all body. */
export function readEntity(source: string): { fields: Fields; body: string } {
  let start = 0;
  while (source[start] === "\n" || source[start] === "\r") start += 1;
  if (source.startsWith("From ", start) || source.startsWith(">From ", start)) {
    start = after(source, start);
  }
  if (!isFieldLine(source.slice(start, Math.min(after(source, start), start + 1_000)).trimEnd())) {
    return { fields: new Map(), body: source };
  }
  const end = headerEnd(source, start);
  const fields = readFields(source.slice(start, Math.min(end, start + HEADER_CHARACTERS)));
  return { fields, body: source.slice(end).replace(/^\r?\n/, "") };
}

/** The value of one parameter of a structured field, without its quotes. */
export function parameter(value: string, name: string): string {
  const match = new RegExp(
    `;\\s{0,20}${name}\\s{0,5}=\\s{0,5}(?:"([^"]{0,300})"|([^;\\s]{1,300}))`,
    "i",
  ).exec(value);
  return match?.[1] ?? match?.[2] ?? "";
}

function collect(fields: Fields, body: string, depth: number, parts: Part[]): void {
  const value = field(fields, "content-type");
  const type = value.split(";", 1)[0]?.trim().toLowerCase() || "text/plain";
  if (type.startsWith("multipart/") && depth < DEPTH) {
    const named = split(body, parameter(value, "boundary"));
    const pieces = named.length > 0 ? named : split(body, guessBoundary(body));
    for (const piece of pieces) {
      if (parts.length >= PARTS) return;
      const entity = piece.startsWith("\n") || piece.startsWith("\r") ? headless(piece) : readEntity(piece);
      collect(entity.fields, entity.body, depth + 1, parts);
    }
    if (pieces.length > 0) return;
  }
  parts.push({ type, fields, body });
}

function headless(piece: string): { fields: Fields; body: string } {
  return { fields: new Map(), body: piece };
}

function split(body: string, boundary: string): string[] {
  if (!boundary) return [];
  const pieces: string[] = [];
  const mark = `--${boundary}`;
  let open = -1;
  let at = body.startsWith(mark) ? 0 : next(body, mark, 0);
  while (at >= 0 && pieces.length < PARTS) {
    const end = at + mark.length;
    const closes = body.startsWith("--", end);
    const rest = body.slice(end, Math.min(after(body, end), end + 200)).trim();
    if (rest === "" || closes) {
      if (open >= 0) pieces.push(body.slice(open, Math.max(open, at)));
      open = closes ? -1 : after(body, end);
      if (closes) break;
    }
    at = next(body, mark, end);
  }
  if (open >= 0 && pieces.length < PARTS) pieces.push(body.slice(open));
  return pieces;
}

function next(body: string, mark: string, from: number): number {
  const at = body.indexOf(`\n${mark}`, from);
  return at < 0 ? -1 : at + 1;
}

function guessBoundary(body: string): string {
  return /^--(\S[^\r\n]{0,68})\r?\n[A-Za-z-]{3,40}:/m.exec(body.slice(0, 8_192))?.[1]?.trim() ?? "";
}

function headerEnd(source: string, start: number): number {
  const limit = source.slice(start, start + HEADER_CHARACTERS);
  const blank = /\n\r?\n/.exec(limit);
  return blank ? start + blank.index + 1 : start + limit.length;
}

function after(source: string, from: number): number {
  const at = source.indexOf("\n", from);
  return at < 0 ? source.length : at + 1;
}

function oneKindOfLineEnd(source: string): string {
  const head = source.slice(0, 4_096);
  return head.includes("\r") && !head.includes("\n") ? source.replaceAll("\r", "\n") : source;
}
