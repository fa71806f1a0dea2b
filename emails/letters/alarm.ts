import type { Letter } from "@/lib/mail/message";

type Alarm = { subject: string; lines: string[] };

/** Tells the owner of something that needs a person. */
export function alarmLetter({ subject, lines }: Alarm): Letter {
  return {
    subject,
    preheader: lines[0] ?? subject,
    heading: subject,
    blocks: lines.map((text) => ({ kind: "text", text })),
    reason: "Sent by your own site, to you alone.",
  };
}
