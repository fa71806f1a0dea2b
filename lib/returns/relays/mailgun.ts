import { createHmac, timingSafeEqual } from "node:crypto";
import { z } from "zod";
import type { Return, Verdict } from "../verdict";
import { jsonIn, type Message, returnOf, type Unread } from "./event";

const Body = z.object({
  signature: z.object({
    timestamp: z.string().regex(/^\d{1,12}$/),
    token: z.string(),
    signature: z.string(),
  }),
  "event-data": z.object({
    event: z.string(),
    severity: z.string().optional(),
    recipient: z.string().catch(""),
    message: z.object({ headers: z.object({ "message-id": z.string().catch("") }).optional() }).optional(),
    "delivery-status": z
      .object({
        code: z.number().optional(),
        "enhanced-code": z.string().optional(),
        message: z.string().optional(),
        description: z.string().optional(),
      })
      .optional(),
  }),
});
const VERDICTS: Readonly<Record<string, Verdict>> = { complained: "complaint", unsubscribed: "leave" };

/** Reads what Mailgun posts, where its HMAC is right. */
export function readMailgun(bytes: Buffer, key: string): Message | Unread {
  const read = Body.safeParse(jsonIn(bytes));
  if (!read.success) return "unreadable";
  const { signature, "event-data": event } = read.data;
  const right = createHmac("sha256", key)
    .update(signature.timestamp + signature.token)
    .digest("hex");
  const given = Buffer.from(signature.signature);
  if (given.length !== right.length || !timingSafeEqual(given, Buffer.from(right))) return "forged";
  const sentAt = new Date(Number(signature.timestamp) * 1000);
  return { sentAt, signature: signature.signature, returns: told(event) };
}

function told(event: z.infer<typeof Body>["event-data"]): Return[] {
  const verdict = VERDICTS[event.event];
  if (!verdict && event.event !== "failed") return [];
  const { code, "enhanced-code": enhanced, message, description } = event["delivery-status"] ?? {};
  const about = { recipient: event.recipient, messageId: event.message?.headers?.["message-id"] ?? "" };
  if (verdict) return [returnOf({ ...about, verdict })];
  const reply = { code, enhanced, text: message || description };
  return [returnOf({ ...about, reply, delayed: event.severity !== "permanent" })];
}
