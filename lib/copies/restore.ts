import { now } from "../clock";
import { type Provider, providerOf } from "../db/address";
import { openDatabase, type Tx } from "../db/client";
import { rewriteDatabase } from "../db/rewrite";
import { appSecrets } from "../env/env";
import { keyId } from "../tokens";
import type { CopyEnd } from "./file";
import { inspectCopy, pagesOfCopy } from "./inspect";
import { empty, holdSending, load } from "./load";
import { rememberWhoLeft, whoLeftStaysGone } from "./since";
import { inOneTransaction } from "./snapshot";

export type RestoreOutcome =
  | { state: "restored"; rows: CopyEnd; made: string; gone: number; erased: number }
  | { state: "other-secret"; keyId: string };

/**
 * Puts a copy in the place of everything that is in the database, after checking all of it, as one transaction: a
 * process that dies on the way leaves the database as it was. Who has left or was erased since the copy stays so, and
 * nothing is sent until the owner says so.
 */
export async function restore(path: string, databaseUrl: string): Promise<RestoreOutcome> {
  const { header, end } = await inspectCopy(path);
  // Links in mails that are out, and the memory of who must not be written to, hang on the secret.
  if (!appSecrets().some((secret) => keyId(secret) === header.keyId)) {
    return { state: "other-secret", keyId: header.keyId };
  }
  const provider = providerOf(databaseUrl);
  const database = openDatabase(databaseUrl);
  try {
    const since = await inOneTransaction(database, (tx) => replace(tx, provider, path, header.at));
    if (since.erased > 0) await rewriteDatabase(database, databaseUrl);
    return { state: "restored", rows: end, made: header.at, ...since };
  } finally {
    await database.$disconnect();
  }
}

async function replace(tx: Tx, provider: Provider, path: string, made: string) {
  await rememberWhoLeft(tx);
  await empty(tx, provider);
  await load(tx, provider, pagesOfCopy(path));
  const since = await whoLeftStaysGone(tx, provider);
  await holdSending(tx, `restored from a copy of ${made}`, now());
  return since;
}
