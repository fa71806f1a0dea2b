import { expect, test } from "vitest";
import { classifyReturn } from "./classify";
import { mail } from "./samples";

const arf = (kind: string, ...fields: string[]) =>
  mail(
    "From: fbl@provider.test",
    "Subject: FW: News",
    "Content-Type: multipart/report; report-type=feedback-report; boundary=b",
    "",
    "--b",
    "Content-Type: message/feedback-report",
    "",
    `Feedback-Type: ${kind}`,
    "User-Agent: X/1",
    "Version: 1",
    ...fields,
    "--b",
    "Content-Type: message/rfc822",
    "",
    "From: ezine@ezine.test",
    "List-Unsubscribe: <https://ezine.test/u/abcdefghijklmnopqrstuvwx>",
    "",
    "--b--",
  );

test.each(["abuse", "fraud", "virus", "other", "opt-out"])("a report of type %s is a complaint", (kind) => {
  const result = classifyReturn(arf(kind, "Original-Rcpt-To: <ada@example.com>"));
  expect(result).toMatchObject({ verdict: "complaint", suppress: true, recipients: ["ada@example.com"] });
});

test.each(["not-spam", "auth-failure", "dmarc"])("a report of type %s suppresses nobody", (kind) => {
  expect(classifyReturn(arf(kind, "Original-Rcpt-To: <ada@example.com>"))).toMatchObject({
    verdict: "none",
    suppress: false,
  });
});

test("a complaint with the address blacked out still carries our token", () => {
  const result = classifyReturn(arf("abuse"));
  expect(result.recipients).toEqual([]);
  expect(result.tokens.returned).toEqual(["abcdefghijklmnopqrstuvwx"]);
});

test("Hotmail's form, which is not ARF, is a complaint", () => {
  const jmrp = mail(
    "From: staff@hotmail.com",
    "Subject: complaint about message from 192.0.2.1",
    "Content-Type: multipart/mixed; boundary=b",
    "",
    "--b",
    "Content-Type: message/rfc822",
    "",
    "X-HmXmrOriginalRecipient: <ada@hotmail.com>",
    "From: ezine@ezine.test",
    "",
    "News",
    "--b--",
  );
  expect(classifyReturn(jmrp)).toMatchObject({ verdict: "complaint", recipients: ["ada@hotmail.com"] });
});

test.each([
  ["unsubscribe", "", "ezine@ezine.test"],
  ["Re: News", "Please unsubscribe me.\r\n\r\nOn Monday Grace wrote:\r\n> News", "ezine@ezine.test"],
  ["Abmelden", "", "ezine@ezine.test"],
  ["", "", "unsubscribe+abcdefghijklmnopqrstuvwx@ezine.test"],
  ["Désinscription", "", "ezine@ezine.test"],
  ["Darme de baja, por favor", "", "ezine@ezine.test"],
  ["Odhlásit", "", "ezine@ezine.test"],
  ["Отписаться от рассылки", "", "ezine@ezine.test"],
  ["配信停止希望", "", "ezine@ezine.test"],
  ["退订", "", "ezine@ezine.test"],
  ["Re: News", "Hi Grace,\r\nplease take me off your list.\r\n\r\nAda", "ezine@ezine.test"],
  ["Re: News", "Could you please remove me from the mailing list?", "ezine@ezine.test"],
  ["Re: News", "Stop sending me these emails", "ezine@ezine.test"],
  ["Re: News", "Bitte nehmen Sie mich aus dem Verteiler.", "ezine@ezine.test"],
  ["Re: News", "Merci de me retirer de votre liste.", "ezine@ezine.test"],
  ["Re: News", "Graag uitschrijven voor de nieuwsbrief", "ezine@ezine.test"],
  ["Re: News", "Vi prego di cancellarmi dalla newsletter", "ezine@ezine.test"],
  ["Re: News", "Por favor remova o meu e-mail da lista", "ezine@ezine.test"],
  ["Re: News", "Proszę mnie wypisać z listy", "ezine@ezine.test"],
])("a mail with subject %j and body %j to %s asks to leave", (subject, body, to) => {
  const result = classifyReturn(
    mail("From: Ada <ada@example.com>", `To: ${to}`, `Subject: ${subject}`, "", body),
  );
  expect(result).toMatchObject({ verdict: "leave", suppress: true, recipients: ["ada@example.com"] });
});

test.each([
  ["Re: News", "I would never unsubscribe from this, it is the best one I get."],
  ["Re: News", "Thank you!\r\n\r\n> unsubscribe"],
  ["Re: News", "Please remove the comma in the second paragraph."],
  ["Re: Meeting", "Please cancel our meeting on Friday."],
  ["Re: News", "Could you stop using such small print?"],
  ["Re: Offer", "Please delete the file I sent you yesterday."],
  ["Re: Offer", "Please take your time."],
  ["Stop by our office", "We have cake."],
  ["Re: News", "How do I unsubscribe?"],
  ["配信停止の方法", "教えてください。"],
  ["Re: News", "Bitte den Termin absagen."],
  ["A question", "Where do my colleagues find the unsubscribe link?"],
])("a mail with subject %j that says %j does not leave", (subject, body) => {
  const result = classifyReturn(
    mail("From: Ada <ada@example.com>", "To: ezine@ezine.test", `Subject: ${subject}`, "", body),
  );
  expect(result).toMatchObject({ verdict: "none", suppress: false });
});

test("another list's mail about unsubscribing does not leave", () => {
  const list = mail(
    "From: list@other.test",
    "List-Id: <list.other.test>",
    "Subject: unsubscribe",
    "",
    "unsubscribe",
  );
  expect(classifyReturn(list).suppress).toBe(false);
});
