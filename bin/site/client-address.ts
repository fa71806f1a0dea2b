import type { IncomingHttpHeaders } from "node:http";

const LOOPBACK = /^(::1|::ffff:127\.\d+\.\d+\.\d+|127\.\d+\.\d+\.\d+)$/;
const LOCAL_HOST = /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/;
const FORWARDING = [
  "x-forwarded-for",
  "x-forwarded-host",
  "x-forwarded-proto",
  "x-real-ip",
  "forwarded",
  "via",
];

/**
 * The address a request came from: the other end of the socket, or with proxies in front the entry that the outermost
 * trusted one added to X-Forwarded-For, counted from the right. What stands further left anybody can make up.
 */
export function clientAddress(
  socketAddress: string,
  headers: IncomingHttpHeaders,
  trustedProxies: number,
): string {
  if (trustedProxies === 0) return socketAddress;
  const given = [headers["x-forwarded-for"] ?? []].flat().join(",");
  const hops = given
    .split(",")
    .map((hop) => hop.trim())
    .filter(Boolean);
  const hop = hops.at(-Math.min(trustedProxies, hops.length)) ?? socketAddress;
  return hop.replace(/^\[(.*)\](:\d+)?$/, "$1").replace(/^(\d+\.\d+\.\d+\.\d+):\d+$/, "$1");
}

/** Whether a request was made on this machine itself and not passed on by a proxy on it. */
export function isDirectLoopback(socketAddress: string, headers: IncomingHttpHeaders): boolean {
  const passedOn = FORWARDING.some((name) => headers[name] !== undefined);
  return LOOPBACK.test(socketAddress) && !passedOn && LOCAL_HOST.test(headers.host ?? "");
}
