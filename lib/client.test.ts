import { expect, test } from "vitest";
import { clientOf } from "./client";

function keyOf(address: string): string {
  return clientOf(new Headers({ "x-client-address": address })).key;
}

test("an IPv4 address counts by itself, also when it comes mapped into IPv6", () => {
  expect(keyOf("192.0.2.7")).toBe("192.0.2.7");
  expect(keyOf("::ffff:192.0.2.7")).toBe("192.0.2.7");
});

test("IPv6 addresses of one household count as one", () => {
  expect(keyOf("2001:db8:1:2:aaaa::1")).toBe(keyOf("2001:0db8:0001:0002:bbbb:cccc:dddd:eeee"));
  expect(keyOf("2001:db8:1:2::1")).not.toBe(keyOf("2001:db8:1:3::1"));
  expect(keyOf("2001:db8::1")).toBe("2001:db8:0:0::/64");
});

test("what is kept with a consent is no more than a network and a family of browser", () => {
  const headers = new Headers({
    "x-client-address": "192.0.2.7",
    "user-agent": "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0",
  });
  expect(clientOf(headers).coarse).toBe("192.0.2.0/24, Firefox");
});

test("without our server's header nobody is anybody in particular", () => {
  expect(clientOf(new Headers()).key).toBe("unknown");
});
