import { inTransaction } from "../db/client";
import { readToken } from "../tokens";
import { erase } from "./erase";
import { sweep } from "./sweep";

/** Erases a subscriber by the link of the preferences; "unknown" for a text that is no such link, or when it is done already. */
export async function eraseByLink(token: string): Promise<"erased" | "unknown"> {
  const id = readToken("preferences", token);
  if (!id) return "unknown";
  const person = await inTransaction(async (tx) => {
    const found = await tx.subscriber.findUnique({ where: { id }, select: { email: true, emailKey: true } });
    if (found) await erase(tx, id);
    return found;
  });
  if (!person) return "unknown";
  await sweep([person.email, person.emailKey]);
  return "erased";
}
