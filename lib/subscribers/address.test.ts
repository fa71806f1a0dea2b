import { expect, test } from "vitest";
import { addressOf, envelopeAddress } from "./address";

function keyOf(text: string): string | undefined {
  const read = addressOf(text);
  return read.ok ? read.emailKey : read.problem;
}

test("an address is trimmed, composed, and compared without its case", () => {
  expect(addressOf("  Ada@Example.COM ")).toEqual({
    ok: true,
    email: "Ada@Example.COM",
    emailKey: "ada@example.com",
  });
});

test("a domain is compared by its A-labels, however it is written", () => {
  expect(keyOf("grace@bücher.example")).toBe("grace@xn--bcher-kva.example");
  expect(keyOf("grace@BU\u0308CHER.example")).toBe("grace@xn--bcher-kva.example");
  expect(keyOf("grace@xn--bcher-kva.example")).toBe("grace@xn--bcher-kva.example");
});

test("dots and plus signs tell people apart", () => {
  expect(new Set(["ada.l@example.com", "adal@example.com", "adal+x@example.com"].map(keyOf)).size).toBe(3);
});

test("the envelope carries the local part as typed and the domain in ASCII", () => {
  const read = addressOf("Grace.H@Bücher.example");
  expect(read.ok && envelopeAddress(read)).toBe("Grace.H@xn--bcher-kva.example");
});

test.each([
  ["", "empty"],
  ["   ", "empty"],
  ["ada", "not-an-address"],
  ["@example.com", "not-an-address"],
  ["ada@", "not-an-address"],
  ["ada@@example.com", "not-an-address"],
  ["ada lovelace@example.com", "not-an-address"],
  [".ada@example.com", "not-an-address"],
  ["ada..l@example.com", "not-an-address"],
  ["ada@example.com\r\nBcc: all@example.com", "not-an-address"],
  ["ada\u0000@example.com", "not-an-address"],
  ["ada\u202e@example.com", "not-an-address"],
  ["ada\ud800@example.com", "not-an-address"],
  ["@".repeat(200), "not-an-address"],
  ["@".repeat(10_000), "too-long"],
  ["ada@localhost", "unknown-domain"],
  ["ada@example..com", "unknown-domain"],
  ["ada@-example.com", "unknown-domain"],
  ["ada@192.0.2.1", "unknown-domain"],
  ["ada@[192.0.2.1]", "quoted"],
  ['"ada l"@example.com', "not-an-address"],
  ['"ada"@example.com', "quoted"],
  ["adä@example.com", "not-carried"],
  [`${"a".repeat(65)}@example.com`, "too-long"],
  [`ada@${"a".repeat(64)}.com`, "unknown-domain"],
])("%j is refused as %s", (text, problem) => {
  expect(addressOf(text)).toEqual({ ok: false, problem });
});
