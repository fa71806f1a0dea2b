import type { Tx } from "../db/client";
import { suppress } from "./suppression";

/** Removes everything that names a subscriber and keeps a keyed hash, so that no import brings them back. */
export async function erase(tx: Tx, subscriberId: string): Promise<void> {
  const person = await tx.subscriber.findUniqueOrThrow({ where: { id: subscriberId } });
  await suppress(tx, person.emailKey, "erased");
  await tx.subscriber.delete({ where: { id: subscriberId } });
}
