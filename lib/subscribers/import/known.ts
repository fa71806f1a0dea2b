import type { Tx } from "@/lib/db/client";
import { keyedHashes } from "@/lib/tokens";
import type { Known } from "./decide";

export type KnownRow = Known & { id: string; revision: number; confirmedAt: Date | null; ownerNote: string | null };

/** Who of these addresses is a subscriber already. */
export async function knownAmong(tx: Tx, emailKeys: string[]): Promise<Map<string, KnownRow>> {
  const rows = await tx.subscriber.findMany({
    where: { emailKey: { in: emailKeys } },
    select: {
      id: true,
      emailKey: true,
      status: true,
      name: true,
      revision: true,
      confirmedAt: true,
      ownerNote: true,
    },
  });
  return new Map(rows.map((row) => [row.emailKey, row]));
}

/** Which of these addresses must not be written to, and why. */
export async function suppressedAmong(tx: Tx, emailKeys: string[]): Promise<Map<string, string>> {
  // Hashing a million addresses costs seconds, which a list without suppressions need not pay.
  if ((await tx.suppression.findFirst({ select: { hash: true } })) === null) return new Map();
  const keys = new Map<string, string>();
  for (const emailKey of emailKeys) for (const { hash } of keyedHashes(emailKey)) keys.set(hash, emailKey);
  const found = await tx.suppression.findMany({
    where: { hash: { in: [...keys.keys()] } },
    select: { hash: true, reason: true },
  });
  return new Map(found.map(({ hash, reason }) => [keys.get(hash) ?? "", reason]));
}
