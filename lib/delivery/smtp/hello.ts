import type { HandOver } from "@/lib/mail/hand-over";
import { type Credentials, logIn } from "./login";
import type { Reply } from "./replies";
import { type Server, Wire } from "./wire";

/** What a server can do beyond the plain protocol, and how it lets people log in. */
export type Offers = { pipelining: boolean; size: boolean; dsn: boolean };
export type Line = { wire: Wire; offers: Offers };
export type Opening = ({ ok: true } & Line) | { ok: false; why: HandOver };

type Hello = { reply: Reply; extensions: Map<string, string> };

async function hello(wire: Wire, { name, requireTLS }: Server): Promise<Hello> {
  wire.say(`EHLO ${name}\r\n`);
  const reply = await wire.reply();
  if (reply.code >= 500 && !requireTLS) {
    wire.say(`HELO ${name}\r\n`);
    return { reply: await wire.reply(), extensions: new Map() };
  }
  const lines = reply.text.split("\n").slice(1);
  // Some servers write an equals sign after AUTH, from before the standard.
  const words = lines.map((line) => line.toUpperCase().replace("=", " ").trim().split(/\s+/));
  const extensions = new Map(words.map(([keyword = "", ...rest]) => [keyword, rest.join(" ")]));
  return { reply, extensions };
}

function failed(wire: Wire, { code, text }: Reply): Opening {
  wire.drop("it was given up");
  const reply = text.replace(/\s+/g, " ").slice(0, 500);
  if (code < 400) return { ok: false, why: { state: "unreached", reply } };
  return { ok: false, why: { state: code >= 500 ? "refused" : "later", code, reply, phase: "connect" } };
}

/** Connects, says hello, goes over to TLS where there is any, logs in; a line that is ready for messages, or why not. */
export async function openLine(server: Server, credentials: Credentials | undefined): Promise<Opening> {
  const wire = Wire.open(server);
  const greeting = await wire.reply();
  if (greeting.code !== 220) return failed(wire, greeting);
  wire.hurry(server.silence);
  let said = await hello(wire, server);
  if (said.reply.code !== 250) return failed(wire, said.reply);
  if (!server.secure && (said.extensions.has("STARTTLS") || server.requireTLS)) {
    wire.say("STARTTLS\r\n");
    const go = await wire.reply();
    if (go.code !== 220) return failed(wire, { code: 0, text: `no TLS: ${go.text}` });
    await wire.secure();
    wire.hurry(server.silence);
    said = await hello(wire, server);
    if (said.reply.code !== 250) return failed(wire, said.reply);
  }
  const { extensions } = said;
  if (credentials) {
    const reply = await logIn(wire, credentials, new Set(extensions.get("AUTH")?.split(" ")));
    if (reply.code !== 235) return failed(wire, reply);
  }
  const offers = {
    pipelining: extensions.has("PIPELINING"),
    size: extensions.has("SIZE"),
    dsn: extensions.has("DSN"),
  };
  return { ok: true, wire, offers };
}
