import { Refusal } from "@/bin/prepare/refusal";
import { db } from "@/lib/db/client";
import { addressOf } from "@/lib/subscribers/address";
import { personAsJson } from "@/lib/subscribers/export-person";
import { argumentsOf, makeReady, say } from "../verb";

const USAGE = "npm run ezine -- subscribers show ADDRESS [--json]";

/** Shows everything that is kept about one subscriber. */
export async function run(args: string[]): Promise<number> {
  const { positionals } = argumentsOf(args, { json: { type: "boolean" } }, USAGE, 1);
  const address = addressOf(positionals[0] ?? "");
  if (!address.ok) throw new Refusal(`${positionals[0]} is not an address.`);
  await makeReady();
  const { emailKey } = address;
  const found = await db().subscriber.findUnique({ where: { emailKey }, select: { id: true } });
  if (!found) throw new Refusal(`${address.email} is not a subscriber.`);
  say(JSON.stringify(await personAsJson(found.id), null, 2));
  return 0;
}
