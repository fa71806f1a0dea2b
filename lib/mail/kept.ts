import { simpleParser } from "mailparser";
import { keptMessage, keptMessages } from "./folder";

export type KeptLine = { name: string; subject: string; to: string; date: Date | undefined };
export type KeptMail = KeptLine & { from: string; headers: string; text: string; html: string };

const SHOWN = 200;

async function read(name: string): Promise<KeptMail | undefined> {
  const raw = await keptMessage(name);
  if (!raw) return undefined;
  const mail = await simpleParser(raw);
  const to = Array.isArray(mail.to) ? mail.to[0] : mail.to;
  return {
    name,
    subject: mail.subject ?? "",
    from: mail.from?.text ?? "",
    to: to?.text ?? "",
    date: mail.date,
    headers: mail.headerLines.map(({ line }) => line).join("\n"),
    text: mail.text ?? "",
    html: typeof mail.html === "string" ? mail.html : "",
  };
}

/** The latest kept messages, newest first. */
export async function latestKept(): Promise<KeptLine[]> {
  const names = (await keptMessages()).slice(0, SHOWN);
  const mails = await Promise.all(names.map(read));
  return mails.filter((mail) => mail !== undefined);
}

/** One kept message, taken apart; undefined where there is none of that name. */
export function readKept(name: string): Promise<KeptMail | undefined> {
  return read(name);
}
