import { inTransaction } from "../db/client";
import { readToken } from "../tokens";
import { erase } from "./erase";

/** Erases a subscriber by the link of the preferences; "unknown" for a text that is no such link, or when it is done already. */
export async function eraseByLink(token: string): Promise<"erased" | "unknown"> {
  const id = readToken("preferences", token);
  if (!id) return "unknown";
  return inTransaction(async (tx) => {
    const person = await tx.subscriber.findUnique({ where: { id }, select: { id: true } });
    if (!person) return "unknown";
    await erase(tx, id);
    return "erased";
  });
}
