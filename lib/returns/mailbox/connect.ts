import { ImapFlow } from "imapflow";
import { MINUTE, SECOND } from "@/lib/clock";
import { describeError, log } from "@/lib/log";

const LOOPBACK = /^(?:localhost|127(?:\.\d+){3}|::1)$/;

/** A connection to the account of an address such as imaps://user:password@host, logged in; TLS is required unless it is this very machine. */
export async function connectTo(url: string, patience = 30 * SECOND): Promise<ImapFlow> {
  const { protocol, hostname, port, username, password } = new URL(url);
  const secure = protocol === "imaps:";
  const host = hostname.replace(/^\[|\]$/g, "");
  const near = LOOPBACK.test(host);
  const client = new ImapFlow({
    host,
    port: Number(port) || (secure ? 993 : 143),
    secure,
    ...(!secure && !near && { doSTARTTLS: true }),
    ...(near && { tls: { rejectUnauthorized: false } }),
    auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) },
    logger: false,
    disableAutoIdle: true,
    connectionTimeout: patience,
    greetingTimeout: patience,
    socketTimeout: 5 * MINUTE,
  });
  // Without a listener a connection that breaks between two commands would end the process.
  client.on("error", (error: Error) => log.warn("returns-connection", { error: describeError(error) }));
  try {
    await client.connect();
  } catch (error) {
    client.close();
    throw error;
  }
  return client;
}

const FAREWELL = 5 * SECOND;

/** Ends a connection politely, or soon where the other side no longer answers. */
export async function leave(client: ImapFlow): Promise<void> {
  const hangUp = setTimeout(() => client.close(), FAREWELL);
  await client.logout().catch(() => client.close());
  clearTimeout(hangUp);
}

/** Hangs up soon after the signal, whatever the server is being waited for; undone by the function that it gives back. */
export function hangUpAfter(client: ImapFlow, signal: AbortSignal): () => void {
  const hangUp = () => void setTimeout(() => client.close(), FAREWELL).unref();
  signal.addEventListener("abort", hangUp);
  return () => signal.removeEventListener("abort", hangUp);
}

/** Says whether a server was reached and did not take the name or the password. */
export function isLoginRefused(error: unknown): boolean {
  return error instanceof Error && "authenticationFailed" in error && error.authenticationFailed === true;
}

/** What keeps the account from being read, in the server's words; undefined where it lets us in. */
export async function tryMailbox(url: string, patience: number): Promise<string | undefined> {
  try {
    await leave(await connectTo(url, patience));
    return undefined;
  } catch (error) {
    if (isLoginRefused(error)) return "it does not take the name or the password";
    return error instanceof Error ? error.message.replace(/\s+/g, " ").slice(0, 200) : "no answer";
  }
}
