import { Refusal } from "@/bin/prepare/refusal";
import { copiesFolder, keptCopies } from "@/lib/copies/kept-copies";
import { inTransaction } from "@/lib/db/client";
import { RETENTION_DAYS } from "@/lib/retention";
import { type Address, addressOf } from "@/lib/subscribers/address";
import { erase, forgetAddress } from "@/lib/subscribers/erase";
import { sweep } from "@/lib/subscribers/sweep";
import { argumentsOf, makeReady, say } from "../verb";

const USAGE = "npm run ezine -- subscribers erase ADDRESS";

/** Erases everything that names an address. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = argumentsOf(args, {}, USAGE, 1);
  const address = addressOf(positionals[0] ?? "");
  if (!address.ok) throw new Refusal(`${positionals[0]} is not an address.`);
  await makeReady();
  const typed = await eraseAll(address);
  const { messages, log } = await sweep([address.email, address.emailKey, ...typed]);
  say(
    `Erased, with ${messages} kept messages. A keyed hash keeps the address from being written to or imported again.`,
  );
  const copies = keptCopies().length;
  if (copies > 0)
    say(
      `${copies} copies in ${copiesFolder()} may still hold it, for at most ${RETENTION_DAYS.copies} days. A restore erases it again.`,
    );
  say("Backups that you made hold it until you delete them.");
  if (log === "rewritten") return 0;
  throw new Refusal(
    "The database's log could not be emptied because it is being read; run the same command again.",
  );
}

async function eraseAll(address: Address): Promise<string[]> {
  return inTransaction(async (tx) => {
    const { emailKey } = address;
    const person = await tx.subscriber.findUnique({ where: { emailKey }, select: { id: true, email: true } });
    if (!person) {
      // Erased before, but perhaps stopped before the bytes were gone.
      await forgetAddress(tx, address);
      return [];
    }
    await erase(tx, person.id);
    return [person.email];
  });
}
