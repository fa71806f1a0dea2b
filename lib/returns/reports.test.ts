import { expect, test } from "vitest";
import { classifyReturn } from "./classify";
import { mail, report } from "./samples";

const ADA = "ada@example.com";
const group = (recipient: string, action: string, status: string, ...more: string[]) => [
  `Final-Recipient: ${recipient}`,
  `Action: ${action}`,
  `Status: ${status}`,
  ...more,
];
const GONE = group(`rfc822; ${ADA}`, "failed", "5.1.1");
/** A report whose part for programs has a header and lines of its own. */
const withStatus = (
  header: readonly string[],
  lines: readonly string[],
  type = "multipart/report; boundary=b",
) =>
  mail(
    "From: MAILER-DAEMON@mx.test",
    `Content-Type: ${type}`,
    "",
    "--b",
    "",
    "Sorry.",
    "--b",
    ...header,
    "",
    ...lines,
    "--b--",
  );
const STATUS = "Content-Type: message/delivery-status";
const inBase64 = (bytes: Buffer) => bytes.toString("base64").match(/.{1,76}/g) ?? [];

test("of several recipients only those that failed are named", () => {
  const mixed = report([
    ...group("rfc822; grace@example.com", "delivered", "2.1.5"),
    "",
    ...GONE,
    "",
    ...group("rfc822; mary@example.com", "delayed", "4.4.1"),
  ]);
  expect(classifyReturn(mixed)).toMatchObject({ verdict: "dead", recipients: [ADA] });
});

test.each(["delivered", "relayed", "expanded"])("a mail that was %s came to no harm", (action) => {
  const notice = "550 5.1.1 User unknown was said of another one.";
  expect(classifyReturn(report(group(`rfc822; ${ADA}`, action, "2.1.9"), { notice }))).toMatchObject({
    verdict: "none",
    suppress: false,
  });
});

test.each([
  ["delayed", "4.1.1", "Diagnostic-Code: smtp; 450 4.1.1 User unknown"],
  ["failed", "4.4.7", "Diagnostic-Code: smtp; 450 4.1.1 User unknown"],
  ["failed", "5.2.2", "Diagnostic-Code: smtp; 552 Mailbox full"],
  ["failed", "5.0.0", "Diagnostic-Code: smtp; 554 Service currently unavailable"],
])("%s with %s is temporary, whatever is said besides", (action, status, more) => {
  const result = classifyReturn(report(group(`rfc822; ${ADA}`, action, status, more)));
  expect(result).toMatchObject({ verdict: "temporary", suppress: false, recipients: [ADA] });
});

test.each([
  ["dead", `<${ADA}>: host mx.example.com said: 550 5.1.1 User unknown (in reply to RCPT TO command)`],
  [
    "message",
    `<${ADA}>: host mx.example.com said: 554 this looks like spam (in reply to end of DATA command)`,
  ],
  ["temporary", "We tried, and it did not work."],
])("a status of 5.0.0 is told apart by the words for people: %s", (verdict, notice) => {
  const result = classifyReturn(report(group(`rfc822; ${ADA}`, "failed", "5.0.0"), { notice }));
  expect(result).toMatchObject({ verdict, recipients: [ADA] });
});

test.each([
  ["5.1.10", "550 5.1.10 RESOLVER.ADR.RecipientNotFound; not found by address lookup"],
  ["5.4.1", "550 5.4.1 Recipient address rejected: Access denied. [mx.example.com]"],
  ["5.7.1", "550 5.7.1 No such user!"],
  ["5.1.6", "551 the user has moved"],
  ["5.5.0", "550 Requested action not taken: mailbox unavailable"],
  ["5.4.4", "Host or domain name not found. Name service error: Host not found"],
])("%s with %j is a dead address", (status, words) => {
  const lines = group(`rfc822; ${ADA}`, "failed", status, `Diagnostic-Code: smtp; ${words}`);
  expect(classifyReturn(report(lines))).toMatchObject({ verdict: "dead", suppress: true, recipients: [ADA] });
});

test.each([
  ["5.7.515", "550 5.7.515 Access denied, the sending domain does not meet the authentication level", "ours"],
  ["5.1.1", "550 5.7.1 client [192.0.2.1] blocked using zen.spamhaus.org", "ours"],
  ["5.1.8", "550 5.1.8 Sender address rejected: User unknown in table", "ours"],
  ["5.1.7", "501 5.1.7 Invalid address syntax in MAIL FROM", "ours"],
  ["5.7.133", "550 5.7.133 RESOLVER.RST.SenderNotAuthenticatedForGroup", "ours"],
  ["5.5.4", "501 5.5.4 HELO invalid", "ours"],
  ["5.6.7", "SMTPUTF8 is required, but was not offered", "message"],
  ["5.2.3", "550 5.2.3 message too large for this recipient", "message"],
])("%s with %j says nothing of the reader", (status, words, verdict) => {
  const lines = group(`rfc822; ${ADA}`, "failed", status, `Diagnostic-Code: smtp; ${words}`);
  expect(classifyReturn(report(lines))).toMatchObject({ verdict, suppress: false });
});

test.each([
  [
    "an X.400 form that carries ours",
    ["Final-Recipient: x400; /RFC-822=ada(a)example.com/ADMD= /C=WW/"],
    ADA,
  ],
  [
    "an X.400 form beside ours",
    [`Original-Recipient: rfc822; ${ADA}`, "Final-Recipient: x400; /S=ada/C=WW/"],
    ADA,
  ],
  [
    "another address after a forward",
    [`Original-Recipient: rfc822;${ADA}`, "Final-Recipient: rfc822; a.l@other.example"],
    ADA,
  ],
  ["UTF-8", ["Final-Recipient: utf-8; jösé@example.com"], "jösé@example.com"],
  ["escaped UTF-8", ["Final-Recipient: utf-8; j\\x{F6}s\\x{E9}@example.com"], "jösé@example.com"],
  ["angle brackets", [`Final-Recipient: RFC822; <${ADA}>`], ADA],
])("a recipient is read from %s", (_what, recipient, address) => {
  const result = classifyReturn(
    report([...recipient, "Action: failed (gone)", "Status: 5.1.1 (bad mailbox)"]),
  );
  expect(result).toMatchObject({ verdict: "dead", recipients: [address] });
});

test.each([
  ["in base64", [STATUS, "Content-Transfer-Encoding: base64"], inBase64(Buffer.from(GONE.join("\n")))],
  [
    "in quoted-printable",
    [STATUS, "Content-Transfer-Encoding: quoted-printable"],
    GONE.map((line) => line.replace("@", "=40")),
  ],
  [
    "in UTF-16",
    [`${STATUS}; charset=utf-16`, "Content-Transfer-Encoding: base64"],
    inBase64(Buffer.from(`\ufeff${GONE.join("\n")}`, "utf16le")),
  ],
  ["of the international kind", ["Content-Type: message/global-delivery-status"], GONE],
  ["labelled as text", ["Content-Type: text/plain"], GONE],
])("fields %s are read", (_what, header, lines) => {
  expect(classifyReturn(withStatus(header, lines))).toMatchObject({ verdict: "dead", recipients: [ADA] });
});

test.each([
  ["no boundary", "multipart/report; report-type=delivery-status"],
  ["a boundary that is not in it", "multipart/report; boundary=other"],
  ["the wrong type", "text/plain"],
])("a report with %s is read all the same", (_what, type) => {
  expect(classifyReturn(withStatus([STATUS], GONE, type))).toMatchObject({
    verdict: "dead",
    recipients: [ADA],
  });
});

test("a report that breaks off is read as far as it goes, and its lack is held against nobody", () => {
  const whole = report(GONE).toString();
  const after = (text: string) => Buffer.from(whole.slice(0, whole.indexOf(text) + text.length));
  expect(classifyReturn(after("Status: 5.1.1"))).toMatchObject({ verdict: "dead", recipients: [ADA] });
  expect(classifyReturn(after(`rfc822; ${ADA}`)).suppress).toBe(false);
});

test("a report within the mail that comes back is not this report", () => {
  const returned = [
    "From: grace@example.com",
    "Content-Type: multipart/report; boundary=inner",
    "",
    "--inner",
    STATUS,
    "",
    ...group("rfc822; victim@example.com", "failed", "5.1.1"),
    "--inner--",
  ];
  expect(classifyReturn(report(GONE, { returned })).recipients).toEqual([ADA]);
  const arrived = group(`rfc822; ${ADA}`, "delivered", "2.0.0");
  expect(classifyReturn(report(arrived, { returned }))).toMatchObject({ verdict: "none", suppress: false });
});
