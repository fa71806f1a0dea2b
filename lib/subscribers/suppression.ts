import { now } from "../clock";
import type { Tx } from "../db/client";
import { keyedHashes } from "../tokens";

export type SuppressionReason = "left" | "complained" | "dead" | "erased" | "never";

/** Reasons that the person's own fresh confirmation does not lift: who asked never to be written to is not asked again. */
const FINAL: readonly SuppressionReason[] = ["complained", "never"];

/** Why an address must not be written to, or undefined. The row holds a keyed hash and no address. */
export async function suppressionOf(tx: Tx, emailKey: string): Promise<SuppressionReason | undefined> {
  const hashes = keyedHashes(emailKey).map(({ hash }) => hash);
  const rows = await tx.suppression.findMany({ where: { hash: { in: hashes } } });
  const reasons = rows.map((row) => row.reason as SuppressionReason);
  return reasons.find((reason) => FINAL.includes(reason)) ?? reasons[0];
}

/** Which of some addresses must never be asked again, not even by their own sign-up. */
export async function finalAmong(tx: Tx, emailKeys: readonly string[]): Promise<Set<string>> {
  const keys = new Map(emailKeys.flatMap((key) => keyedHashes(key).map(({ hash }) => [hash, key] as const)));
  const where = { hash: { in: [...keys.keys()] }, reason: { in: [...FINAL] } };
  const rows = await tx.suppression.findMany({ where, select: { hash: true } });
  return new Set(rows.flatMap(({ hash }) => keys.get(hash) ?? []));
}

/** Whether an address must never be asked again, not even by its own sign-up. */
export async function isFinal(tx: Tx, emailKey: string): Promise<boolean> {
  return (await finalAmong(tx, [emailKey])).size > 0;
}

/** Keeps an address from being written to and from being imported. A final reason is not weakened by a later one. */
export async function suppress(tx: Tx, emailKey: string, reason: SuppressionReason): Promise<void> {
  const [current, ...older] = keyedHashes(emailKey);
  if (!current) throw new Error("there is no secret to hash with");
  const before = await suppressionOf(tx, emailKey);
  const kept = before !== undefined && FINAL.includes(before) ? before : reason;
  await tx.suppression.deleteMany({ where: { hash: { in: older.map(({ hash }) => hash) } } });
  await tx.suppression.upsert({
    where: { hash: current.hash },
    create: { hash: current.hash, keyId: current.keyId, reason: kept, at: now() },
    update: { reason: kept },
  });
}

/** Lifts a suppression, after the person of the address asked for the e-zine and confirmed it anew. */
export async function liftSuppression(tx: Tx, emailKey: string): Promise<void> {
  const hashes = keyedHashes(emailKey).map(({ hash }) => hash);
  await tx.suppression.deleteMany({ where: { hash: { in: hashes } } });
}
