import { createHash } from "node:crypto";
import { type FileHandle, mkdir, open, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliAside, gzipAside, isCompressible } from "../site/encoding";
import { BUNDLE, type FinishedEntry, type Slice } from "./bundle";
import type { Source } from "./sources";

/** So many pieces are in memory at once: enough to keep every core at compressing. */
const AT_ONCE = 16;

/** From so many pieces, or so many bytes in one, the strongest setting takes minutes and gains nothing a reader would notice. */
const MANY = 2000;
const LONG = 1_000_000;

type Piece = { source: Source; bytes: Buffer; br?: Buffer; gzip?: Buffer };

/** A file that is only added to, and tells where each piece came to lie. */
function adder(file: FileHandle) {
  let offset = 0;
  return async (bytes: Buffer): Promise<Slice> => {
    const slice: Slice = [offset, bytes.length];
    offset += bytes.length;
    await file.appendFile(bytes);
    return slice;
  };
}

async function compress(source: Source, bytes: Buffer, many: boolean): Promise<Piece> {
  if (!isCompressible(source.type) || bytes.length <= 200) return { source, bytes };
  const quality = bytes.length > LONG ? 6 : many ? 9 : 11;
  const [br, gzip] = await Promise.all([brotliAside(bytes, quality), gzipAside(bytes)]);
  return { source, bytes, br, gzip };
}

async function entryOf(
  { source, bytes, br, gzip }: Piece,
  addPlain: (bytes: Buffer) => Promise<Slice>,
  addSmall: (bytes: Buffer) => Promise<Slice>,
): Promise<FinishedEntry> {
  const { read: _read, ...facts } = source;
  const etag = createHash("sha256").update(bytes).digest("base64url").slice(0, 22);
  const entry: FinishedEntry = { ...facts, etag, identity: await addPlain(bytes) };
  if (br) entry.br = await addSmall(br);
  if (gzip) entry.gzip = await addSmall(gzip);
  return entry;
}

/** Writes a bundle of the given pieces, whole or not at all. */
export async function writeBundle(
  folder: string,
  sources: readonly Source[],
  bytesOf: (source: Source) => Promise<Buffer>,
): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  await rm(unfinished, { recursive: true, force: true });
  await mkdir(unfinished, { recursive: true });
  const plain = await open(join(unfinished, BUNDLE.plain), "w");
  const small = await open(join(unfinished, BUNDLE.small), "w");
  const [addPlain, addSmall] = [adder(plain), adder(small)];
  const index: FinishedEntry[] = [];
  const many = sources.length > MANY;
  try {
    for (let at = 0; at < sources.length; at += AT_ONCE) {
      const some = sources.slice(at, at + AT_ONCE);
      const pieces = await Promise.all(
        some.map(async (source) => compress(source, await bytesOf(source), many)),
      );
      for (const piece of pieces) index.push(await entryOf(piece, addPlain, addSmall));
    }
  } finally {
    await plain.close();
    await small.close();
  }
  await writeFile(join(unfinished, BUNDLE.index), JSON.stringify(index));
  await rename(unfinished, folder);
}
