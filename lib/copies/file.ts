import { createHash } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip, createGzip } from "node:zlib";
import { z } from "zod";

const FORMAT = "possibilities-at-work copy";
const VERSION = 1;

const header = z.object({
  format: z.literal(FORMAT),
  version: z.number(),
  at: z.string(),
  provider: z.enum(["sqlite", "postgres"]),
  keyId: z.string(),
  migrations: z.array(z.string()),
});
const tableLine = z.object({ table: z.string(), columns: z.array(z.string()) });
const endLine = z.object({
  end: z.record(z.string(), z.object({ rows: z.number(), digest: z.string() })),
  sha256: z.string(),
});
const cell = z.union([z.string(), z.number(), z.boolean(), z.null()]);
const rowLine = z.array(cell);

export type CopyHeader = Omit<z.infer<typeof header>, "format" | "version">;
export type CopyEnd = z.infer<typeof endLine>["end"];
export type CopyLine =
  | { kind: "header"; header: CopyHeader }
  | { kind: "table"; table: string; columns: string[] }
  | { kind: "row"; row: z.infer<typeof rowLine> }
  | { kind: "end"; end: CopyEnd };

/** The file is not a whole copy of ours; the message says what is wrong with it. */
export class BadCopy extends Error {}

/** The first line of a copy. */
export function headerLine(values: CopyHeader): string {
  return JSON.stringify({ format: FORMAT, version: VERSION, ...values });
}

/** Writes lines as a copy with a checksum at its end; a file of that name is there only when it is whole. */
export async function writeCopy(path: string, lines: AsyncGenerator<string, CopyEnd>): Promise<void> {
  const unfinished = `${path}.unfinished`;
  const sum = createHash("sha256");
  async function* texts() {
    for (;;) {
      const next = await lines.next();
      if (next.done) {
        yield `${JSON.stringify({ end: next.value, sha256: sum.digest("hex") })}\n`;
        return;
      }
      sum.update(`${next.value}\n`);
      yield `${next.value}\n`;
    }
  }
  try {
    const file = createWriteStream(unfinished, { mode: 0o600, flush: true });
    await pipeline(Readable.from(texts()), createGzip({ level: 5 }), file);
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
}

/** The lines of a copy, each checked for its shape, the checksum before the end. Throws `BadCopy`. */
export async function* readCopy(path: string): AsyncGenerator<CopyLine> {
  const sum = createHash("sha256");
  let ended = false;
  for await (const text of textLines(path)) {
    if (ended) throw new BadCopy("It goes on after its end.");
    const line = lineOf(text);
    if (line.kind === "end" && line.sha256 !== sum.digest("hex")) throw new BadCopy("Its checksum is wrong.");
    if (line.kind !== "end") sum.update(`${text}\n`);
    ended = line.kind === "end";
    yield line;
  }
  if (!ended) throw new BadCopy("It is cut short.");
}

async function* textLines(path: string): AsyncGenerator<string> {
  const file = createReadStream(path);
  const unzipped = createGunzip().setEncoding("utf8");
  file.on("error", (error) => unzipped.destroy(error)).pipe(unzipped);
  let rest = "";
  try {
    for await (const chunk of unzipped) {
      const lines = (rest + chunk).split("\n");
      rest = lines.pop() ?? "";
      yield* lines;
    }
  } catch (error) {
    // Gzip tells when a file is damaged, cut short or something else altogether.
    const isUnpacking = error instanceof Error && "code" in error && String(error.code).startsWith("Z_");
    throw isUnpacking ? new BadCopy("It cannot be unpacked.") : error;
  } finally {
    file.destroy();
  }
}

function lineOf(text: string): CopyLine & { sha256?: string } {
  const value = jsonOf(text);
  if (Array.isArray(value)) return { kind: "row", row: shaped(rowLine, value) };
  const table = tableLine.safeParse(value);
  if (table.success) return { kind: "table", ...table.data };
  const end = endLine.safeParse(value);
  if (end.success) return { kind: "end", ...end.data };
  const first = shaped(header, value);
  if (first.version > VERSION) throw new BadCopy("A later version of the program wrote it.");
  return { kind: "header", header: first };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new BadCopy("It is not a copy of ours.");
  }
}

function shaped<T>(schema: z.ZodType<T>, value: unknown): T {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new BadCopy("It is not a copy of ours.");
  return parsed.data;
}
