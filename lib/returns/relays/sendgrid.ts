import { createPublicKey, verify } from "node:crypto";
import { z } from "zod";
import type { Return, Verdict } from "../verdict";
import { jsonIn, type Message, returnOf, type Unread } from "./event";

const Event = z.object({
  event: z.string(),
  email: z.string().catch(""),
  "smtp-id": z.string().catch(""),
  status: z.string().optional().catch(undefined),
  reason: z.string().optional().catch(undefined),
  response: z.string().optional().catch(undefined),
});
const VERDICTS: Readonly<Record<string, Verdict>> = {
  spamreport: "complaint",
  unsubscribe: "leave",
  group_unsubscribe: "leave",
};

/** Reads what SendGrid posts, where its signature over the moment and every byte is right. */
export function readSendgrid(bytes: Buffer, publicKey: string, headers: Headers): Message | Unread {
  const signature = headers.get("x-twilio-email-event-webhook-signature") ?? "";
  const moment = headers.get("x-twilio-email-event-webhook-timestamp") ?? "";
  const key = createPublicKey({ key: Buffer.from(publicKey, "base64"), format: "der", type: "spki" });
  const signed = Buffer.concat([Buffer.from(moment), bytes]);
  if (!/^\d{1,12}$/.test(moment) || !verify("sha256", signed, key, Buffer.from(signature, "base64")))
    return "forged";
  const read = z.array(z.unknown()).safeParse(jsonIn(bytes));
  if (!read.success) return "unreadable";
  // One event of a new kind must not cost the others.
  const events = read.data.flatMap((event) => Event.safeParse(event).data ?? []);
  return { sentAt: new Date(Number(moment) * 1000), signature, returns: events.flatMap(told) };
}

function told({
  event,
  email,
  status,
  reason,
  response,
  "smtp-id": messageId,
}: z.infer<typeof Event>): Return[] {
  const about = { recipient: email, messageId };
  const verdict = VERDICTS[event];
  if (verdict) return [returnOf({ ...about, verdict })];
  const reply = { enhanced: status, text: reason ?? response };
  if (event === "bounce") return [returnOf({ ...about, reply })];
  return event === "deferred" ? [returnOf({ ...about, reply, delayed: true })] : [];
}
