import { expect, test } from "vitest";
import { classifyReturn } from "./classify";
import { mail, report } from "./samples";

const FAILED = ["Final-Recipient: rfc822; ada@example.com", "Action: failed"];
const daemon = (...body: string[]) =>
  mail(
    "Return-Path: <>",
    "From: MAILER-DAEMON@mx.example.com",
    "To: ezine@ezine.test",
    "Subject: failure notice",
    "",
    ...body,
  );

test("an unknown user in a standard report is a dead address", () => {
  const result = classifyReturn(
    report([...FAILED, "Status: 5.1.1", "Diagnostic-Code: smtp; 550 5.1.1 User unknown"]),
  );
  expect(result).toMatchObject({
    verdict: "dead",
    suppress: true,
    recipients: ["ada@example.com"],
    status: "5.1.1",
  });
});

test.each([
  ["4.4.7", "smtp; 451 4.4.1 connection timed out", "temporary"],
  ["5.2.2", "smtp; 552 5.2.2 Mailbox full", "temporary"],
  ["5.7.1", "smtp; 554 5.7.1 No such user here", "temporary"],
  ["5.7.26", "smtp; 550 5.7.26 This mail has been blocked because the sender is unauthenticated", "ours"],
  ["5.7.1", "smtp; 554 5.7.1 Client host blocked using zen.spamhaus.org", "ours"],
  ["5.3.4", "smtp; 552 5.3.4 message size exceeds the limit", "message"],
  ["5.6.0", "smtp; 554 5.6.0 content not accepted", "message"],
  ["5.1.1", "smtp; 550 Message looks like spam", "message"],
  ["5.0.0", "smtp; 550 something nobody has heard of", "temporary"],
])("a failure with %s and %s suppresses nobody", (status, diagnostic, verdict) => {
  const result = classifyReturn(report([...FAILED, `Status: ${status}`, `Diagnostic-Code: ${diagnostic}`]));
  expect(result).toMatchObject({ verdict, suppress: false, recipients: ["ada@example.com"] });
});

test("a delay notice is no failure, whatever its text says", () => {
  const group = [
    "Final-Recipient: rfc822; ada@example.com",
    "Action: delayed",
    "Status: 4.1.1",
    "Diagnostic-Code: smtp; 450 user unknown",
  ];
  expect(classifyReturn(report(group))).toMatchObject({
    verdict: "temporary",
    suppress: false,
    action: "delayed",
  });
});

test("a delivery receipt is nothing", () => {
  const group = ["Final-Recipient: rfc822; ada@example.com", "Action: relayed", "Status: 2.0.0"];
  expect(classifyReturn(report(group))).toMatchObject({ verdict: "none", suppress: false });
});

test("a mixed report names only the recipients its verdict is about", () => {
  const result = classifyReturn(
    report([
      ...FAILED,
      "Status: 5.1.1",
      "",
      "Final-Recipient: rfc822; grace@example.com",
      "Action: failed",
      "Status: 4.2.2",
    ]),
  );
  expect(result.recipients).toEqual(["ada@example.com"]);
  expect(result.findings.map(({ verdict }) => verdict)).toEqual(["dead", "temporary"]);
});

test("the address we wrote to wins over the one it was forwarded to", () => {
  const result = classifyReturn(
    report([
      "Original-Recipient: rfc822; ada@example.com",
      "Final-Recipient: rfc822; ada@elsewhere.test",
      "Action: failed",
      "Status: 5.1.1",
    ]),
  );
  expect(result.recipients).toEqual(["ada@example.com"]);
});

test("an address outside ASCII is read from a report of RFC 6533", () => {
  const result = classifyReturn(
    report(["Final-Recipient: utf-8; åda@exämple.test", "Action: failed", "Status: 5.1.1"]),
  );
  expect(result.recipients).toEqual(["åda@exämple.test"]);
});

test("no address is ever taken out of the returned message's body", () => {
  const result = classifyReturn(
    report(["Action: failed", "Status: 5.1.1"], {
      returned: ["Subject: hello", "", "Write to grace@example.com"],
    }),
  );
  expect(result.suppress).toBe(false);
  expect(result.recipients).not.toContain("grace@example.com");
});

test.each([
  [
    "qmail",
    [
      "Hi. This is the qmail-send program at mx.example.com.",
      "I'm afraid I wasn't able to deliver your message to the following addresses.",
      "",
      "<ada@example.com>:",
      "Sorry, no mailbox here by that name. (#5.1.1)",
      "",
      "--- Below this line is a copy of the message.",
      "",
      "To: grace@example.com",
    ],
  ],
  [
    "Exim",
    [
      "This message was created automatically by mail delivery software.",
      "A message that you sent could not be delivered to one or more of its recipients.",
      "",
      "  ada@example.com",
      "    host mx.example.com [192.0.2.1]: 550 No such user",
    ],
  ],
  [
    "Postfix",
    [
      "I'm sorry to have to inform you that your message could not be delivered.",
      "",
      "<ada@example.com>: host mx.example.com[192.0.2.1] said: 550 5.1.1",
      "    <ada@example.com>: User unknown (in reply to RCPT TO command)",
    ],
  ],
  [
    "Domino",
    [
      "Your message",
      "",
      "  Subject: News",
      "",
      "was not delivered to:",
      "  ada@example.com",
      "because:",
      "  User ada (ada@example.com) not listed in Domino Directory",
    ],
  ],
  [
    "German",
    [
      "Ihre Nachricht konnte nicht zugestellt werden an:",
      "ada@example.com",
      "Der Empfänger ist unbekannt. Das Postfach existiert nicht.",
    ],
  ],
  [
    "French",
    ["Votre message n'a pas pu être remis à", "ada@example.com", "L'adresse du destinataire n'existe pas."],
  ],
  ["Japanese", ["以下のメールは配信できませんでした。", "<ada@example.com>", "宛先のユーザは存在しません。"]],
])("a text of %s about an unknown user is a dead address", (_, lines) => {
  expect(classifyReturn(daemon(...lines))).toMatchObject({
    verdict: "dead",
    suppress: true,
    recipients: ["ada@example.com"],
  });
});

test("a notice that is HTML only is read like text", () => {
  const html = mail(
    "From: postmaster@example.com",
    "Subject: Undeliverable: News",
    "Content-Type: text/html",
    "",
    "<html><style>x{}</style><p>Your message couldn't be delivered to</p><p>ada@example.com</p><p>The email address wasn't found.</p></html>",
  );
  expect(classifyReturn(html)).toMatchObject({ verdict: "dead", recipients: ["ada@example.com"] });
});

test("a full mailbox told in words suppresses nobody", () => {
  expect(
    classifyReturn(
      daemon("Your message could not be delivered.", "", "<ada@example.com>:", "The user's mailbox is full."),
    ),
  ).toMatchObject({ verdict: "temporary", suppress: false });
});

test("an absence notice that quotes delivery words is an automatic answer", () => {
  const away = mail(
    "Return-Path: <>",
    "From: Ada <ada@example.com>",
    "Auto-Submitted: auto-replied",
    "Subject: Re: News",
    "",
    "Your message could not be delivered: this mailbox no longer exists.",
  );
  expect(classifyReturn(away)).toMatchObject({ verdict: "auto-reply", suppress: false, recipients: [] });
});

test("an absence notice without any header mark is known by its subject", () => {
  const away = mail(
    "From: Ada <ada@example.com>",
    "Subject: Automatische Antwort: News",
    "",
    "Ich bin nicht da.",
  );
  expect(classifyReturn(away)).toMatchObject({ verdict: "auto-reply", suppress: false });
});

test("a receipt changes nothing, a receipt that refuses for quota is temporary", () => {
  const receipt = (disposition: string, words: string) =>
    mail(
      "From: ada@example.com",
      "Subject: Rejected: News",
      "Content-Type: multipart/report; report-type=disposition-notification; boundary=b",
      "",
      "--b",
      "",
      words,
      "--b",
      "Content-Type: message/disposition-notification",
      "",
      "Final-Recipient: rfc822; ada@example.com",
      `Disposition: automatic-action/MDN-sent-automatically; ${disposition}`,
      "--b--",
    );
  expect(classifyReturn(receipt("displayed", "It was shown.")).verdict).toBe("auto-reply");
  expect(
    classifyReturn(
      receipt("deleted", "Your message was rejected: Quota exceeded (mailbox for user is full)"),
    ),
  ).toMatchObject({ verdict: "temporary", suppress: false });
});

test("ordinary mail that mentions unsubscribing and unknown users is nothing", () => {
  const letter = mail(
    "From: Ada <ada@example.com>",
    "Subject: About your issue",
    "",
    "Hello, I liked the piece about a user unknown to us.",
    "How do readers unsubscribe? grace@example.com asked me.",
    "A long letter goes on, and on.",
  );
  expect(classifyReturn(letter)).toMatchObject({ verdict: "none", suppress: false, recipients: [] });
});

test("a person who tells of something undeliverable suppresses nobody", () => {
  const letter = mail(
    "Return-Path: <ada@example.com>",
    "From: Ada <ada@example.com>",
    "Subject: Undeliverable parcel",
    "",
    "It could not be delivered to grace@example.com, they say the address does not exist.",
  );
  expect(classifyReturn(letter).suppress).toBe(false);
});

// The failures of other programs with bounces, by the name of what went wrong there.
test("mail that is not understood is left alone (listmonk 1334)", () => {
  expect(classifyReturn(mail("Subject: hm", "", "zzz"))).toMatchObject({ verdict: "none", suppress: false });
});

test("tokens are found when they are only in the nested part (listmonk 492)", () => {
  const token = "n".repeat(24);
  const result = classifyReturn(
    report([...FAILED, "Status: 5.1.1"], {
      returned: [`List-Unsubscribe: <https://ezine.test/leave/${token}>`, "To: ada@example.com"],
    }),
  );
  expect(result.tokens.report).toEqual(["abcdefghij0123456789"]);
  expect(result.tokens.returned).toContain(token);
});

test("a permanent code alone is not a dead address (listmonk 2873)", () => {
  expect(
    classifyReturn(report([...FAILED, "Status: 5.0.0", "Diagnostic-Code: smtp; 554 Denied by policy"]))
      .suppress,
  ).toBe(false);
});
