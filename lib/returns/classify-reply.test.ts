import { expect, test } from "vitest";
import { classifyReply } from "./classify-reply";

test("an unknown user said while sending is dead (listmonk 2623)", () => {
  expect(classifyReply("550 5.1.1 <ada@example.com>: User unknown", "rcpt")).toMatchObject({
    verdict: "dead",
    suppress: true,
  });
  expect(classifyReply({ code: 550, text: "No such user here" }, "rcpt")).toMatchObject({
    verdict: "dead",
    suppress: true,
  });
});

test.each([
  ["554 IP has a bad reputation", "connect", "ours"],
  ["553 5.1.8 Sender address does not exist", "mail", "ours"],
  ["550 user unknown", "mail", "ours"],
  ["450 4.2.1 mailbox disabled", "rcpt", "temporary"],
  ["421 user unknown", "rcpt", "temporary"],
  ["552 5.2.2 over quota", "rcpt", "temporary"],
  ["554 5.7.1 Unknown user", "rcpt", "temporary"],
  ["550 5.7.1 Unknown user", "data", "temporary"],
  ["550 5.7.26 Unknown user", "rcpt", "temporary"],
  ["550 5.7.1 Unknown user, blocked by policy", "rcpt", "ours"],
  ["550 5.1.90 You have reached your daily limit for recipients", "rcpt", "ours"],
  ["550 User unknown, and your IP 192.0.2.1 is listed", "rcpt", "ours"],
  ["550 Verification failed for <etips@ezine.test>: no such user, sender verify failed", "rcpt", "ours"],
  ["550 5.7.515 Access denied, sending domain does not meet the authentication level", "data", "ours"],
  ["550 Recipient server unavailable or busy", "rcpt", "temporary"],
  ["554 Message rejected as spam", "data", "message"],
  ["250 2.0.0 queued", "data", "none"],
] as const)("%s at %s suppresses nobody", (reply, phase, verdict) => {
  expect(classifyReply(reply, phase)).toMatchObject({ verdict, suppress: false });
});

test.each(["550 No thanks", "550 Administrative lockout", "551 5.0.0 no"])(
  "%s gives no reason, and so ends nothing at once, at whatever point it is said",
  (reply) => {
    expect(classifyReply(reply, "rcpt")).toMatchObject({ verdict: "temporary", suppress: false });
    expect(classifyReply(reply, "data")).toMatchObject({ verdict: "temporary", suppress: false });
  },
);

test("a reply in pieces is judged like the whole", () => {
  expect(classifyReply({ code: 550, enhanced: "5.1.1", text: "no" }, "rcpt")).toMatchObject({
    verdict: "dead",
    status: "5.1.1",
  });
});
