import type { Duplex } from "node:stream";
import type { Finished } from "./finished";
import { securityHeaders } from "./security-headers";

const REASONS: Record<string, string> = {
  ERR_HTTP_REQUEST_TIMEOUT: "408 Request Timeout",
  HPE_HEADER_OVERFLOW: "431 Request Header Fields Too Large",
};

/** Answers what is no HTTP, too slow or too much of it for a request to be made of: with a page, and the end of the line. */
export function answerUnreadable(pages: ReadonlyMap<string, Finished>, siteUrl: string) {
  return function answer(error: Error & { code?: string }, socket: Duplex): void {
    if (error.code === "ECONNRESET" || !socket.writable) {
      socket.destroy();
      return;
    }
    const reason = REASONS[error.code ?? ""] ?? "400 Bad Request";
    const page = pages.get("/problem/bad-request")?.forms.identity.bytes ?? Buffer.from(`${reason}\n`);
    const headers = Object.entries({
      ...securityHeaders("/", siteUrl),
      "Content-Type": pages.size > 0 ? "text/html; charset=utf-8" : "text/plain; charset=utf-8",
      "Content-Length": String(page.length),
      "Cache-Control": "no-store",
      Connection: "close",
    }).map(([name, value]) => `${name}: ${value}\r\n`);
    socket.write(`HTTP/1.1 ${reason}\r\n${headers.join("")}\r\n`);
    socket.end(page);
  };
}
