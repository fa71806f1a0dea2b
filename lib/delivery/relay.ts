import { SECOND } from "../clock";
import { env } from "../env/env";
import { folderTransport } from "../mail/folder";
import type { HandOver, Posted } from "../mail/hand-over";
import { isAllowed } from "../mail/transport";
import { Session, SILENCE } from "./session";
import type { Server } from "./smtp/wire";

export type Lane = { hand(message: Posted, envid: string): Promise<HandOver>; close(): void };

const LOOPBACK = /^(localhost|127(\.\d+){3}|\[?::1\]?)$/;

/** The site's name, where it has one that means something outside. */
function ownName(): string {
  const { hostname } = new URL(env().SITE_URL);
  return hostname.includes(".") && !LOOPBACK.test(hostname) ? hostname : "[127.0.0.1]";
}

function serverOf(url: URL): Server {
  const near = LOOPBACK.test(url.hostname);
  const secure = url.protocol === "smtps:";
  return {
    host: url.hostname.replace(/^\[|\]$/g, ""),
    port: url.port ? Number(url.port) : secure ? 465 : 587,
    secure,
    requireTLS: !secure && !near,
    anyCertificate: near,
    name: ownName(),
    patience: 15 * SECOND,
    silence: SILENCE,
  };
}

function openLane(): Lane {
  const { SMTP_URL } = env();
  if (!SMTP_URL) return folderTransport();
  const url = new URL(SMTP_URL);
  const user = decodeURIComponent(url.username);
  const pass = decodeURIComponent(url.password);
  return new Session(serverOf(url), user ? { user, pass } : undefined);
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
