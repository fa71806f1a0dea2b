import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import { basename } from "node:path";
import { LineEncodings, NotText } from "./line-encodings";

/** Larger files are somebody's mistake: a line of a reader has some hundred bytes. */
export const MAX_IMPORT_BYTES = 2 * 1024 ** 3;
const SAMPLE_BYTES = 64 * 1024;

export type ImportFile = {
  path: string;
  name: string;
  bytes: number;
  encoding: string;
  digest: string;
  /** The beginning as text, for finding the delimiter and the header. */
  sample: string;
};

/** Looks at a file once from end to end: which encoding it is in, and its SHA-256. Throws `NotText`. */
export async function inspectFile(path: string, encoding?: string): Promise<ImportFile> {
  const { size } = await stat(path);
  const start = await beginning(path);
  if (SPREADSHEETS.some((mark) => start.subarray(0, mark.length).equals(mark)))
    throw new NotText("It is a spreadsheet; open it there and save it as CSV.");
  const marked = encoding ?? encodingMark(start);
  const hash = createHash("sha256");
  const lines = new LineEncodings();
  for await (const chunk of createReadStream(path)) {
    hash.update(chunk);
    if (!marked) lines.push(chunk);
  }
  const found = marked ?? lines.verdict();
  const sample = new TextDecoder(found).decode(start, { stream: true });
  return { path, name: basename(path), bytes: size, encoding: found, digest: hash.digest("hex"), sample };
}

/** How the files of spreadsheet programs begin: as a ZIP archive, and as Microsoft's older container. */
const SPREADSHEETS = [Buffer.from("PK\u0003\u0004"), Buffer.from("d0cf11e0a1b11ae1", "hex")];

/** The text of a file, piece by piece. */
export async function* textOf({ path, encoding }: ImportFile): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of createReadStream(path, { highWaterMark: 64 * 1024 })) {
    yield decoder.decode(chunk, { stream: true });
  }
  yield decoder.decode();
}

async function beginning(path: string): Promise<Buffer> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(SAMPLE_BYTES), 0, SAMPLE_BYTES, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

/** UTF-16 and UTF-8 by their marks, and UTF-16 without one by the zeros that every second byte then is. */
function encodingMark(start: Buffer): string | undefined {
  if (start[0] === 0xff && start[1] === 0xfe) return "utf-16le";
  if (start[0] === 0xfe && start[1] === 0xff) return "utf-16be";
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return "utf-8";
  const head = start.subarray(0, 200);
  const zeros = (odd: number) => head.filter((byte, index) => index % 2 === odd && byte === 0).length;
  if (zeros(1) > head.length * 0.3) return "utf-16le";
  return zeros(0) > head.length * 0.3 ? "utf-16be" : undefined;
}
