import { Refusal } from "@/bin/prepare/refusal";
import { now } from "@/lib/clock";
import { inTransaction } from "@/lib/db/client";
import { newId } from "@/lib/ids";
import { record } from "@/lib/subscribers/events";
import { addressField, nameField } from "@/lib/subscribers/fields";
import { suppressionOf } from "@/lib/subscribers/suppression";
import { argumentsOf, makeReady, say, WrongUsage } from "../verb";

const USAGE = `npm run ezine -- subscribers add ADDRESS --note "how they asked for it" [--name NAME]`;

/** Adds one subscriber who asked the owner for it; the note is the record of that. */
export async function run(args: string[]): Promise<number> {
  const options = { name: { type: "string" }, note: { type: "string" } } as const;
  const { values, positionals } = argumentsOf(args, options, USAGE, 1);
  const ownerNote = values.note?.trim();
  if (!ownerNote) throw new WrongUsage(USAGE);
  const address = addressField.safeParse(positionals[0] ?? "");
  const name = nameField.safeParse(values.name ?? "");
  if (!address.success) throw new Refusal(`${positionals[0]} is not an address that mail can carry.`);
  if (!name.success) throw new Refusal("The name must be one line of at most 100 characters.");
  await makeReady();
  const { email, emailKey } = address.data;
  await inTransaction(async (tx) => {
    const known = await tx.subscriber.findUnique({ where: { emailKey }, select: { status: true } });
    if (known) throw new Refusal(`${email} is there already, as ${known.status}.`);
    const suppressed = await suppressionOf(tx, emailKey);
    if (suppressed)
      throw new Refusal(`${email} must not be written to (${suppressed}); they can sign up themselves.`);
    const moment = now();
    const id = newId();
    const row = { id, email, emailKey, name: name.data, status: "ACTIVE", source: "owner", ownerNote };
    await tx.subscriber.create({ data: { ...row, signedUpAt: moment, consentAt: moment, revision: 1 } });
    await record(tx, id, "added", "owner");
  });
  say(`${email} gets the next issue.`);
  return 0;
}
