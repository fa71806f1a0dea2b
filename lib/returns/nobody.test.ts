import { expect, test } from "vitest";
import { classifyReturn } from "./classify";
import { mail } from "./samples";

const BOUNCED = "<ada@example.com>: host mx.test said: 550 5.1.1 User unknown (in reply to RCPT TO command)";

test.each([
  [
    "a report that a person forwards as text",
    "none",
    mail(
      "From: Grace <grace@example.com>",
      "To: ezine@ezine.test",
      "Subject: Fwd: Undelivered Mail Returned to Sender",
      "",
      "What does this mean?",
      "",
      "---------- Forwarded message ---------",
      "From: MAILER-DAEMON@mx.test",
      "",
      BOUNCED,
    ),
  ],
  [
    "a report that a person forwards as an attachment",
    "none",
    mail(
      "From: Grace <grace@example.com>",
      "To: ezine@ezine.test",
      "Subject: FW: Mail delivery failed",
      "Content-Type: multipart/mixed; boundary=o",
      "",
      "--o",
      "",
      "This came back.",
      "--o",
      "Content-Type: message/rfc822",
      "",
      "From: MAILER-DAEMON@mx.test",
      "Content-Type: multipart/report; boundary=i",
      "",
      "--i",
      "Content-Type: message/delivery-status",
      "",
      "Final-Recipient: rfc822; ada@example.com",
      "Action: failed",
      "Status: 5.1.1",
      "--i--",
      "--o--",
    ),
  ],
  [
    "a list that holds our mail for its moderator",
    "auto-reply",
    mail(
      "From: news-owner@lists.test",
      "Subject: Your message to news awaits moderator approval",
      "Auto-Submitted: auto-generated",
      "",
      "Your message could not be delivered because you are not a member. Unknown users are refused.",
    ),
  ],
  [
    "a filter that asks whether we are human",
    "auto-reply",
    mail(
      "From: Ada <ada@example.com>",
      "Subject: Re: News [please confirm]",
      "",
      "Please click the link below to verify you are human, or your message will not be delivered.",
    ),
  ],
  [
    "an absence that quotes delivery words",
    "auto-reply",
    mail(
      "From: Ada <ada@example.com>",
      "Subject: Automatic reply: News",
      "",
      "I no longer work here. Mail to me cannot be delivered: 550 5.1.1 User unknown.",
    ),
  ],
  [
    "an authentication report that looks like a complaint",
    "none",
    mail(
      "From: fbl@isp.test",
      "Content-Type: multipart/report; report-type=feedback-report; boundary=b",
      "",
      "--b",
      "Content-Type: message/feedback-report",
      "",
      "Feedback-Type: auth-failure",
      "Version: 1",
      "--b",
      "Content-Type: text/rfc822-headers",
      "",
      "To: ada@example.com",
      "--b--",
    ),
  ],
])("%s suppresses nobody", (_what, verdict, bytes) => {
  expect(classifyReturn(bytes)).toMatchObject({ verdict, suppress: false });
});
