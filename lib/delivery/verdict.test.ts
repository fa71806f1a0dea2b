import { expect, test } from "vitest";
import { classifyReply } from "../returns/classify-reply";
import { refusalOf } from "./verdict";

test.each([
  ["dead", 550, "rcpt", "550 5.1.1 no such user here"],
  ["dead", 550, "rcpt", "550 unknown mailbox"],
  ["full", 552, "rcpt", "552 5.2.2 mailbox full"],
  ["full", 554, "data", "554 over quota"],
  ["ours", 550, "mail", "550 5.7.1 SPF fails"],
  ["ours", 554, "data", "554 5.7.1 blocked using a list"],
  ["ours", 535, "connect", "535 5.7.8 wrong password"],
  ["ours", 530, "mail", "530 Authentication required"],
  ["message", 552, "data", "552 5.3.4 message too large"],
] as const)("a refusal is about the right thing: %s by %i at %s", (about, code, phase, reply) => {
  expect(refusalOf({ reply, code, phase })).toBe(about);
});

test("what nobody can make out is never held against the reader", () => {
  expect(refusalOf({ reply: "554 no", code: 554, phase: "data" })).toBe("temporary");
});

test.each([
  "550 5.1.1 no such user",
  "550 5.7.1 no such user",
  "554 5.7.1 no such user",
  "552 5.2.2 over quota",
  "550 mailbox full",
  "554 5.7.26 unauthenticated",
  "535 5.7.8 wrong password",
  "552 5.3.4 too large",
  "550 no",
])("the ledger and the reader of returns say the same of %j", (reply) => {
  for (const phase of ["connect", "mail", "rcpt", "data"] as const) {
    const { verdict, full } = classifyReply(reply, phase);
    const code = Number(reply.slice(0, 3));
    expect(refusalOf({ reply, phase, code })).toBe(verdict === "temporary" && full ? "full" : verdict);
  }
});
