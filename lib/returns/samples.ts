/** Builds the bytes of a mail from its lines. */
export function mail(...lines: string[]): Buffer {
  return Buffer.from(lines.join("\r\n"), "utf8");
}

/** The report a server writes about one recipient of our mail, as RFC 3464 asks. */
export function report(
  group: readonly string[],
  extra: { readonly notice?: string; readonly returned?: readonly string[] } = {},
): Buffer {
  return mail(
    "Return-Path: <>",
    "From: Mail Delivery System <MAILER-DAEMON@mx.example.com>",
    "To: bounces+abcdefghij0123456789@ezine.test",
    "Subject: Undelivered Mail Returned to Sender",
    'Content-Type: multipart/report; report-type=delivery-status; boundary="edge"',
    "",
    "--edge",
    "Content-Type: text/plain",
    "",
    extra.notice ?? "We tried, and it did not work.",
    "--edge",
    "Content-Type: message/delivery-status",
    "",
    "Reporting-MTA: dns; mx.example.com",
    "",
    ...group,
    "",
    "--edge",
    "Content-Type: message/rfc822",
    "",
    ...(extra.returned ?? [
      "From: ezine@ezine.test",
      "To: ada@example.com",
      "",
      "Write to grace@example.com",
    ]),
    "--edge--",
    "",
  );
}
