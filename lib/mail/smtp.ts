import nodemailer from "nodemailer";
import type SMTPPool from "nodemailer/lib/smtp-pool";
import { env } from "../env/env";
import type { HandOver, Phase, Posted } from "./hand-over";
import { keptReply } from "./kept-reply";

export type Transport = { hand(message: Posted): Promise<HandOver>; close(): void };

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

function phaseOf(command: string | undefined): Phase {
  if (command === "MAIL FROM") return "mail";
  if (command === "RCPT TO") return "rcpt";
  if (command === "DATA") return "data";
  return "connect";
}

/** Failures of name look-up, TLS and login come before any message. */
const NOTHING_OFFERED = new Set(["EDNS", "ETLS", "EAUTH", "EENVELOPE", "ECONFIG"]);

type SmtpError = Error & { code?: string; command?: string; responseCode?: number; response?: string };

/** What an error of nodemailer's says about where the message is now. */
export function handOverOf(error: SmtpError): HandOver {
  const { response, command } = error;
  // What is no SMTP code says nothing.
  const responseCode =
    error.responseCode !== undefined && error.responseCode < 600 ? error.responseCode : undefined;
  const reply = keptReply(response ?? error.message);
  const phase = phaseOf(command);
  if (responseCode !== undefined && responseCode >= 500) {
    return { state: "refused", code: responseCode, reply, phase };
  }
  if (responseCode !== undefined && responseCode >= 400) {
    return { state: "later", code: responseCode, reply, phase };
  }
  // The server told its limit in its greeting, and the message is beyond it.
  if (error.code === "EMESSAGE" && phase === "mail") {
    return { state: "refused", code: 552, reply: `552 5.3.4 ${reply}`, phase };
  }
  const before = error.code !== undefined && NOTHING_OFFERED.has(error.code);
  return before || /ECONNREFUSED|connect /i.test(reply)
    ? { state: "unreached", reply }
    : { state: "uncertain", reply };
}

/** How a server is spoken to: TLS is required and checked unless it is this very machine. */
function optionsOf(smtpUrl: string): SMTPPool.Options {
  const url = new URL(smtpUrl);
  const near = LOOPBACK.test(url.hostname);
  const secure = url.protocol === "smtps:";
  const siteHost = new URL(env().SITE_URL).hostname;
  return {
    pool: true,
    maxConnections: 2,
    // What to do after a broken line is decided by the outbox, not by the pool.
    maxRequeues: 0,
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    // A name that resolves, where the site has one; the machine's own may mean nothing outside.
    ...(siteHost.includes(".") && !LOOPBACK.test(siteHost) ? { name: siteHost } : {}),
    requireTLS: !secure && !near,
    tls: near ? { rejectUnauthorized: false } : {},
    auth: url.username
      ? { user: decodeURIComponent(url.username), pass: decodeURIComponent(url.password) }
      : undefined,
    connectionTimeout: 15_000,
    greetingTimeout: 15_000,
    socketTimeout: 60_000,
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

/** What keeps a server from taking our mail, in its own words; undefined where it answers and takes the login. */
export async function tryServer(smtpUrl: string, patience: number): Promise<string | undefined> {
  const limits = { connectionTimeout: patience, greetingTimeout: patience, socketTimeout: patience };
  const pool = nodemailer.createTransport({ ...optionsOf(smtpUrl), ...limits });
  try {
    await pool.verify();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/\s+/g, " ").slice(0, 200) : "no answer";
  } finally {
    pool.close();
  }
}

/** Single messages by SMTP. */
export function smtpTransport(smtpUrl: string): Transport {
  const options = optionsOf(smtpUrl);
  const pool = nodemailer.createTransport(options);
  return {
    async hand({ envelope, raw }) {
      try {
        const info = await pool.sendMail({ envelope, raw });
        return { state: "accepted", reply: keptReply(info.response) };
      } catch (error) {
        if (error instanceof Error) return handOverOf(error);
        throw error;
      }
    },
    close: () => pool.close(),
  };
}
