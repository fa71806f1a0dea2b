import type { HandOver, Phase, Posted } from "@/lib/mail/hand-over";
import type { Line, Offers } from "./hello";
import type { Reply } from "./replies";

// Without SMTPUTF8 the envelope is letters of ASCII; a blank or an angle would be a command of somebody else's making.
const ENVELOPE = /^[!-;=?-~]*$/;

/** A word as a parameter carries it (RFC 3461 §4). */
function xtext(text: string): string {
  return text.replace(/[+=]/g, (letter) => `+${letter.charCodeAt(0).toString(16).toUpperCase()}`);
}

function commandsFor({ envelope, raw }: Posted, envid: string, { size, dsn }: Offers): [string, string] {
  const mail = [`MAIL FROM:<${envelope.from}>`];
  const rcpt = [`RCPT TO:<${envelope.to}>`];
  if (size) mail.push(`SIZE=${raw.length}`);
  if (dsn) {
    mail.push("RET=HDRS", `ENVID=${xtext(envid)}`);
    rcpt.push("NOTIFY=FAILURE", `ORCPT=rfc822;${xtext(envelope.to)}`);
  }
  return [`${mail.join(" ")}\r\n`, `${rcpt.join(" ")}\r\n`];
}

function refusal({ code, text }: Reply, phase: Phase): HandOver {
  const reply = text.replace(/\s+/g, " ").slice(0, 500);
  if (code >= 500) return { state: "refused", code, reply, phase };
  if (code >= 400) return { state: "later", code, reply, phase };
  return { state: "unreached", reply };
}

const isYes = ({ code }: Reply) => code >= 200 && code < 300;

/**
 * Offers one message. Nothing of it leaves this machine before the server has asked for it, so that only a line that
 * breaks, or makes no sense, after that leaves it uncertain. After anything but an acceptance the line is of no more use.
 */
export async function offer({ wire, offers }: Line, message: Posted, envid: string): Promise<HandOver> {
  const { from, to } = message.envelope;
  if (!ENVELOPE.test(from) || !ENVELOPE.test(to))
    return { state: "skipped", reply: "its address has letters that the mail server cannot carry" };
  const [mail, rcpt] = commandsFor(message, envid, offers);
  const inOneGo = offers.pipelining;
  wire.say(inOneGo ? `${mail}${rcpt}DATA\r\n` : mail);
  const sender = await wire.reply();
  if (!isYes(sender)) return refusal(sender, "mail");
  if (!inOneGo) wire.say(rcpt);
  const recipient = await wire.reply();
  if (!isYes(recipient)) return refusal(recipient, "rcpt");
  if (!inOneGo) wire.say("DATA\r\n");
  const go = await wire.reply();
  if (go.code !== 354) return refusal(go, "data");
  if (!wire.open || wire.outOfTurn) {
    return { state: "unreached", reply: "the server closed the line, or answered before it was asked" };
  }
  wire.sendMessage(message.raw);
  const taken = await wire.reply();
  const reply = taken.text.replace(/\s+/g, " ").slice(0, 500);
  if (isYes(taken)) return { state: "accepted", reply };
  return taken.code >= 400 ? refusal(taken, "data") : { state: "uncertain", reply };
}
