import { env } from "../env/env";

/**
 * Whether a request may see kept mail: only while no SMTP server is set, and only from the machine itself, which
 * our own server tells by a header that it alone can set.
 */
export function mayReadKeptMail(headers: { get(name: string): string | null }): boolean {
  return env().SMTP_URL === undefined && headers.get("x-direct-loopback") === "1";
}
