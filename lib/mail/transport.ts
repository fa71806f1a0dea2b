import { env } from "../env/env";
import { folderTransport } from "./folder";
import type { HandOver, Posted } from "./hand-over";
import { smtpTransport } from "./smtp";

export type Post = { hand(message: Posted): Promise<HandOver>; close(): void };

/** Whether an address is in a list of addresses and domains. */
export function isAllowed(address: string, allowed: readonly string[]): boolean {
  const wanted = address.toLowerCase();
  const domain = wanted.slice(wanted.lastIndexOf("@") + 1);
  return allowed.some((entry) => {
    const one = entry.toLowerCase().replace(/^@/, "");
    return one === wanted || one === domain;
  });
}

/** The one place that lets a message out: to the SMTP server, or to the folder where none is set. */
export function openPost(): Post {
  const { SMTP_URL, SEND_ONLY_TO } = env();
  const transport = SMTP_URL ? smtpTransport(SMTP_URL) : folderTransport();
  return {
    async hand(message) {
      if (SEND_ONLY_TO.length > 0 && !isAllowed(message.envelope.to, SEND_ONLY_TO)) {
        return { state: "skipped", reply: "SEND_ONLY_TO does not list this address" };
      }
      return transport.hand(message);
    },
    close: () => transport.close(),
  };
}
