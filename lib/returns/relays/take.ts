import { createHash } from "node:crypto";
import { after, DAY, MINUTE, now } from "@/lib/clock";
import { db } from "@/lib/db/client";
import { env } from "@/lib/env/env";
import { log } from "@/lib/log";
import { applyReturn } from "../apply";
import type { Message, Unread } from "./event";
import { readMailgun } from "./mailgun";
import { readSendgrid } from "./sendgrid";

/** Relays try again for as long as this when we do not answer; what is older is somebody's recording. */
export const MAX_AGE = DAY;
const CLOCKS_DIFFER = 10 * MINUTE;

export type Taken = "done" | "known" | "stale" | "unknown-relay" | Unread;

/** Does what a relay's signed message asks for, once; a relay without a key in the settings does not exist. */
export async function takeFromRelay(relay: string, headers: Headers, bytes: Buffer): Promise<Taken> {
  const message = read(relay, headers, bytes);
  if (typeof message === "string") return message;
  const age = now().getTime() - message.sentAt.getTime();
  if (age > MAX_AGE || age < -CLOCKS_DIFFER) return "stale";
  const key = `relay:${createHash("sha256").update(`${relay}\n${message.signature}`).digest("hex")}`;
  if (await db().rateCounter.findUnique({ where: { key } })) return "known";
  const outcomes: Record<string, number> = {};
  for (const result of message.returns) {
    const applied = await applyReturn(result);
    outcomes[applied] = (outcomes[applied] ?? 0) + 1;
  }
  if (message.returns.length > 0) log.info("returns-by-relay", { relay, ...outcomes });
  // Noted last: what failed on the way is to be done when the relay tries again, and doing it twice changes nothing.
  const seen = { key, count: 1, expiresAt: after(MAX_AGE + CLOCKS_DIFFER, message.sentAt) };
  await db().rateCounter.upsert({ where: { key }, create: seen, update: {} });
  return "done";
}

function read(relay: string, headers: Headers, bytes: Buffer): Message | Unread | "unknown-relay" {
  const { MAILGUN_SIGNING_KEY, SENDGRID_PUBLIC_KEY } = env();
  if (relay === "mailgun" && MAILGUN_SIGNING_KEY) return readMailgun(bytes, MAILGUN_SIGNING_KEY);
  if (relay === "sendgrid" && SENDGRID_PUBLIC_KEY) return readSendgrid(bytes, SENDGRID_PUBLIC_KEY, headers);
  return "unknown-relay";
}
