import type SMTPConnection from "nodemailer/lib/smtp-connection";
import { env } from "../env/env";
import { folderTransport } from "../mail/folder";
import type { HandOver, Posted } from "../mail/hand-over";
import { isAllowed } from "../mail/transport";
import { LIMITS, Session } from "./session";

export type Lane = { hand(message: Posted, envid: string): Promise<HandOver>; close(): void };

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

function optionsOf(url: URL): SMTPConnection.Options {
  const near = LOOPBACK.test(url.hostname);
  const secure = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    requireTLS: !secure && !near,
    tls: near ? { rejectUnauthorized: false } : {},
    connectionTimeout: LIMITS.greeting,
    greetingTimeout: LIMITS.greeting,
    socketTimeout: LIMITS.silence,
  };
}

function openLane(): Lane {
  const { SMTP_URL } = env();
  if (!SMTP_URL) return folderTransport();
  const url = new URL(SMTP_URL);
  const user = decodeURIComponent(url.username);
  const pass = decodeURIComponent(url.password);
  const credentials = { user, pass };
  return new Session(optionsOf(url), user ? { ...credentials, credentials } : undefined);
}

/** A lane to the mail server that carries one message at a time; TLS is required unless the server is this very machine. */
export function lane(): Lane {
  const { SEND_ONLY_TO } = env();
  const open = openLane();
  return {
    async hand(message, envid) {
      if (SEND_ONLY_TO.length > 0 && !isAllowed(message.envelope.to, SEND_ONLY_TO)) {
        return { state: "skipped", reply: "SEND_ONLY_TO does not list this address" };
      }
      return open.hand(message, envid);
    },
    close: () => open.close(),
  };
}
