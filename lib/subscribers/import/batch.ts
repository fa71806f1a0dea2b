import type { Provider } from "@/lib/db/address";
import type { Tx } from "@/lib/db/client";
import { type Addition, additionOf, type Circumstances, insertAdditions } from "./additions";
import { changeSubscriber } from "./change";
import { type Change, decide } from "./decide";
import { type KnownRow, knownAmong, suppressedAmong } from "./known";
import type { ReaderRow, Refused } from "./reader";

export type Counts = { added: number; changed: number; unchanged: number; refused: number };
export type BatchOutcome = { counts: Counts; refused: Refused[] };

/** Somebody signed up with an address of this batch while it was written; the batch is done again. */
export class Overtaken extends Error {}

/** Writes one batch of a file. Throws `Overtaken` where the database changed underneath. */
export async function applyBatch(
  tx: Tx,
  provider: Provider,
  rows: (ReaderRow | Refused)[],
  circumstances: Circumstances,
): Promise<BatchOutcome> {
  const keys = rows.flatMap((row) => ("emailKey" in row ? [row.emailKey] : []));
  const known = await knownAmong(tx, provider, keys);
  const suppressed = await suppressedAmong(tx, provider, keys);
  const additions = new Map<string, Addition>();
  const changes = new Map<string, { row: KnownRow; change: Change }>();
  const counts: Counts = { added: 0, changed: 0, unchanged: 0, refused: 0 };
  const refused: Refused[] = [];
  const refuse = (line: number, reason: string) => {
    counts.refused++;
    refused.push({ line, reason });
  };
  for (const row of rows) {
    if (!("emailKey" in row)) {
      refuse(row.line, row.reason);
      continue;
    }
    const { emailKey } = row;
    const addition = additions.get(emailKey);
    const before = known.get(emailKey);
    const now = addition
      ? { status: String(addition.status), name: addition.name ? String(addition.name) : null }
      : before && { ...before, ...changes.get(emailKey)?.change };
    const decision = decide(row, now, suppressed.get(emailKey), circumstances);
    if (decision.kind === "refuse") refuse(row.line, decision.reason);
    if (decision.kind === "unchanged") counts.unchanged++;
    if (decision.kind === "add") {
      counts.added++;
      additions.set(emailKey, additionOf(row, circumstances));
    }
    if (decision.kind === "change") {
      counts.changed++;
      if (addition) Object.assign(addition, decision.change);
      else if (before) {
        const change = { ...changes.get(emailKey)?.change, ...decision.change };
        changes.set(emailKey, { row: before, change });
      }
    }
  }
  if ((await insertAdditions(tx, provider, [...additions.values()])) !== additions.size)
    throw new Overtaken();
  for (const { row, change } of changes.values()) {
    if (!(await changeSubscriber(tx, row, change, circumstances))) throw new Overtaken();
  }
  return { counts, refused };
}
