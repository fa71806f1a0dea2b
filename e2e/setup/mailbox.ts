import { expect } from "@playwright/test";
import { type ParsedMail, simpleParser } from "mailparser";
import type { Received } from "@/bin/test/smtp-sink";
import { SINK_PORT, SITE_URL } from "./addresses";

export type Mail = ParsedMail & { raw: string; envelopeFrom: string };

/** Everything the mail server took for an address so far, oldest first. */
export async function mailsTo(address: string): Promise<Mail[]> {
  const response = await fetch(`http://127.0.0.1:${SINK_PORT}/?to=${encodeURIComponent(address)}`);
  const received: Received[] = await response.json();
  return Promise.all(
    received.map(async ({ raw, from }) =>
      Object.assign(await simpleParser(raw), { raw, envelopeFrom: from }),
    ),
  );
}

/** Waits until the mail server has taken a message about something for an address. */
export async function mailAbout(address: string, subject: RegExp): Promise<Mail> {
  const found = async () => (await mailsTo(address)).findLast((mail) => subject.test(mail.subject ?? ""));
  await expect.poll(async () => (await found()) !== undefined, { timeout: 15_000 }).toBe(true);
  const mail = await found();
  if (!mail) throw new Error(`no mail about ${subject}`);
  return mail;
}

/** Every address of our site that a mail links to, in either part or its headers. */
export function linksIn(mail: Mail): string[] {
  const everywhere = [
    mail.text ?? "",
    String(mail.html || ""),
    ...mail.headerLines.map(({ line }) => line),
  ].join("\n");
  const links = everywhere.match(/https?:\/\/[^\s"'<>)]+/g) ?? [];
  return [...new Set(links)].filter((link) => link.startsWith(SITE_URL));
}

/** The link of a mail that leads to a page of some kind, such as "confirm". */
export function linkTo(kind: string, mail: Mail): string {
  const link = (mail.text ?? "").match(new RegExp(`https?://[^\\s]+/${kind}/[0-9a-z]+`))?.[0];
  if (!link) throw new Error(`no ${kind} link in the mail`);
  return link;
}
