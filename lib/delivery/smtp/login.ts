import { createHmac } from "node:crypto";
import type { Reply } from "./replies";
import type { Wire } from "./wire";

export type Credentials = { user: string; pass: string };

const base64 = (text: string) => Buffer.from(text).toString("base64");

async function ask(wire: Wire, line: string): Promise<Reply> {
  wire.say(`${line}\r\n`);
  return wire.reply();
}

async function plain(wire: Wire, { user, pass }: Credentials): Promise<Reply> {
  return ask(wire, `AUTH PLAIN ${base64(`\0${user}\0${pass}`)}`);
}

async function login(wire: Wire, { user, pass }: Credentials): Promise<Reply> {
  const first = await ask(wire, "AUTH LOGIN");
  if (first.code !== 334) return first;
  const second = await ask(wire, base64(user));
  return second.code === 334 ? ask(wire, base64(pass)) : second;
}

async function cramMd5(wire: Wire, { user, pass }: Credentials): Promise<Reply> {
  const first = await ask(wire, "AUTH CRAM-MD5");
  if (first.code !== 334) return first;
  const challenge = Buffer.from(first.text.slice("334 ".length), "base64");
  return ask(wire, base64(`${user} ${createHmac("md5", pass).update(challenge).digest("hex")}`));
}

const WAYS = { PLAIN: plain, LOGIN: login, "CRAM-MD5": cramMd5 };

/** Proves who we are in the first way of ours that the server offers, or plainly where it offers none (RFC 4954). */
export function logIn(wire: Wire, credentials: Credentials, offered: ReadonlySet<string>): Promise<Reply> {
  const [way = plain] = Object.entries(WAYS).flatMap(([name, take]) => (offered.has(name) ? [take] : []));
  return way(wire, credentials);
}
