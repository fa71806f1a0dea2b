import { SECOND } from "@/lib/clock";
import type { Server } from "./wire";

/** A server on this very machine, as one is spoken to for trying. */
export function nearServer(port: number): Server {
  const near = { host: "127.0.0.1", port, secure: false, requireTLS: false, anyCertificate: true };
  return { ...near, name: "site.test", patience: 10 * SECOND, silence: 10 * SECOND };
}
