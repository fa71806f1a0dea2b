import type { Provider } from "@/lib/db/address";
import type { Tx } from "@/lib/db/client";
import { rowsAmong } from "@/lib/db/rows";
import { columnsOf } from "@/lib/db/tables";
import { keyedHashes } from "@/lib/tokens";
import type { Known } from "./decide";

export type KnownRow = Known & {
  id: string;
  revision: number;
  confirmedAt: string | null;
  ownerNote: string | null;
};

const KNOWN = ["emailKey", "id", "status", "name", "revision", "confirmedAt", "ownerNote"] as const;

/** Who of these addresses is a subscriber already. */
export async function knownAmong(
  tx: Tx,
  provider: Provider,
  emailKeys: string[],
): Promise<Map<string, KnownRow>> {
  const rows = await rowsAmong(tx, provider, columnsOf("Subscriber", KNOWN), "emailKey", emailKeys);
  return new Map(
    rows.map(([emailKey, id, status, name, revision, confirmedAt, ownerNote]) => [
      String(emailKey),
      {
        id: String(id),
        status: String(status),
        name: textOrNull(name),
        revision: Number(revision),
        confirmedAt: textOrNull(confirmedAt),
        ownerNote: textOrNull(ownerNote),
      },
    ]),
  );
}

function textOrNull(cell: unknown): string | null {
  return typeof cell === "string" ? cell : null;
}

/** Which of these addresses must not be written to, and why. */
export async function suppressedAmong(
  tx: Tx,
  provider: Provider,
  emailKeys: string[],
): Promise<Map<string, string>> {
  // Hashing a million addresses costs seconds, which a list without suppressions need not pay.
  if ((await tx.suppression.findFirst({ select: { hash: true } })) === null) return new Map();
  const keys = new Map<string, string>();
  for (const emailKey of emailKeys) for (const { hash } of keyedHashes(emailKey)) keys.set(hash, emailKey);
  const found = await rowsAmong(tx, provider, columnsOf("Suppression", ["hash", "reason"]), "hash", [
    ...keys.keys(),
  ]);
  return new Map(found.map(([hash, reason]) => [keys.get(String(hash)) ?? "", String(reason)]));
}
