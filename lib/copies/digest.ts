import { hash } from "node:crypto";
import type { Row } from "../db/rows";

const BYTES = 32;

/** How many rows a table has, and a digest of all of them that does not depend on their order. */
export type Sum = { rows: number; digest: string };

/** Adds up rows: SHA-256 of each, joined by XOR. A key makes every row unlike the others, so that none cancels another. */
export class Digest {
  #rows = 0;
  readonly #joined = Buffer.alloc(BYTES);

  add(row: Row): void {
    const one = hash("sha256", JSON.stringify(row), "buffer");
    for (let index = 0; index < BYTES; index++)
      this.#joined[index] = (this.#joined[index] ?? 0) ^ (one[index] ?? 0);
    this.#rows++;
  }

  get sum(): Sum {
    return { rows: this.#rows, digest: this.#joined.toString("hex") };
  }
}

export type Sums = Record<string, Sum>;

/** The first table in which two databases differ, or undefined. */
export function difference(one: Sums, other: Sums): string | undefined {
  const names = [...new Set([...Object.keys(one), ...Object.keys(other)])];
  return names.find(
    (name) => one[name]?.rows !== other[name]?.rows || one[name]?.digest !== other[name]?.digest,
  );
}
