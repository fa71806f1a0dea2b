import { expect, test } from "vitest";
import { clientAddress, isDirectLoopback } from "./client-address";

const forwarded = { "x-forwarded-for": "6.6.6.6, 203.0.113.7, 10.0.0.2" };

test.each([
  [0, "198.51.100.1"],
  [1, "10.0.0.2"],
  [2, "203.0.113.7"],
])("behind %i proxies, what a visitor made up is never believed", (proxies, address) => {
  expect(clientAddress("198.51.100.1", forwarded, proxies)).toBe(address);
});

test("without the header the socket counts, and a port or brackets are no part of an address", () => {
  expect(clientAddress("198.51.100.1", {}, 1)).toBe("198.51.100.1");
  expect(clientAddress("::1", { "x-forwarded-for": "203.0.113.7:4711" }, 1)).toBe("203.0.113.7");
  expect(clientAddress("::1", { "x-forwarded-for": "[2001:db8::1]:4711" }, 1)).toBe("2001:db8::1");
});

test("only a request from this machine to this machine, passed on by nobody, is direct", () => {
  const host = "localhost:3000";
  expect(isDirectLoopback("::ffff:127.0.0.1", { host })).toBe(true);
  expect(isDirectLoopback("203.0.113.7", { host })).toBe(false);
  expect(isDirectLoopback("127.0.0.1", { host: "www.example.com" })).toBe(false);
  expect(isDirectLoopback("127.0.0.1", { host, "x-forwarded-for": "127.0.0.1" })).toBe(false);
  expect(isDirectLoopback("127.0.0.1", { host, via: "1.1 proxy" })).toBe(false);
});
