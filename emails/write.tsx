import { render } from "react-email";
import { content } from "@/lib/content/content";
import type { DueMessage } from "@/lib/mail/due";
import { letterText } from "@/lib/mail/letter-text";
import { listHeaders } from "@/lib/mail/list-headers";
import type { Mailing } from "@/lib/mail/mailing";
import type { Letter, Message } from "@/lib/mail/message";
import { transactionalSender } from "@/lib/mail/senders";
import { absoluteUrl, imprint } from "@/lib/site";
import { isStillWanted } from "@/lib/subscribers/still-wanted";
import { signToken } from "@/lib/tokens";
import { LetterMail } from "./letter";
import { alarmLetter } from "./letters/alarm";
import { alreadySubscribedLetter } from "./letters/already-subscribed";
import { confirmLetter } from "./letters/confirm";
import { confirmAddressLetter } from "./letters/confirm-address";
import { enquiryLetter, enquiryReceiptLetter } from "./letters/enquiry";
import { welcomeLetter } from "./letters/welcome";
import { worksheetLetter } from "./letters/worksheet";

type Written = {
  letter: Letter;
  headers?: Record<string, string>;
  replyTo?: { name: string; address: string };
};

/** Mail that answers an act of the reader's, and must itself never be answered by a machine (RFC 3834). */
const AUTOMATIC = { "Auto-Submitted": "auto-generated", "X-Auto-Response-Suppress": "OOF, AutoReply" };

const confirmUrl = (id: string) => absoluteUrl(`/ezine/confirm/${signToken("confirm", id)}`);
const preferencesUrl = (id: string) => absoluteUrl(`/ezine/preferences/${signToken("preferences", id)}`);
const unsubscribeUrl = (id: string) => absoluteUrl(`/ezine/unsubscribe/${signToken("unsubscribe", id)}`);

function ezine() {
  const { name, promise } = content().business.ezine;
  return { ezine: name, promise };
}

function latestIssue() {
  const issue = content().issues[0];
  return issue && { title: issue.title, url: absoluteUrl(issue.path) };
}

function writeLetter(mailing: Mailing, subscriberId: string | null): Written {
  switch (mailing.kind) {
    case "confirm": {
      const neverUrl = absoluteUrl(`/ezine/never/${signToken("never", subscriberId ?? "")}`);
      const { reminder, confirmationId } = mailing;
      return {
        letter: confirmLetter({ ...ezine(), confirmUrl: confirmUrl(confirmationId), neverUrl, reminder }),
      };
    }
    case "welcome": {
      const { subscriberId: id, name } = mailing;
      const links = { preferencesUrl: preferencesUrl(id), unsubscribeUrl: unsubscribeUrl(id) };
      const archiveUrl = absoluteUrl("/ezine");
      const letter = welcomeLetter({ ...ezine(), ...links, name, archiveUrl, latest: latestIssue() });
      return { letter, headers: listHeaders(links.unsubscribeUrl) };
    }
    case "already-subscribed": {
      const id = mailing.subscriberId;
      const links = { preferencesUrl: preferencesUrl(id), unsubscribeUrl: unsubscribeUrl(id) };
      return {
        letter: alreadySubscribedLetter({ ...ezine(), ...links }),
        headers: listHeaders(links.unsubscribeUrl),
      };
    }
    case "confirm-address":
      return { letter: confirmAddressLetter({ ...ezine(), confirmUrl: confirmUrl(mailing.confirmationId) }) };
    case "enquiry":
      return { letter: enquiryLetter(mailing), replyTo: { name: mailing.name, address: mailing.email } };
    case "enquiry-receipt":
      return { letter: enquiryReceiptLetter({ business: content().business.name }) };
    case "worksheet": {
      const { path, title, words } = mailing;
      return { letter: worksheetLetter({ title, words, sheetUrl: absoluteUrl(path) }) };
    }
    case "alarm":
      return { letter: alarmLetter(mailing) };
  }
}

/** What a row of the outbox says, with both bodies and its headers. */
export async function writeMessage(row: DueMessage): Promise<Message | undefined> {
  if (row.data === "" || !(await isStillWanted(row))) return undefined;
  // Rows are written by enqueue() alone, which takes nothing but a Mailing.
  const mailing = { kind: row.kind, ...JSON.parse(row.data) } as Mailing;
  const { letter, headers, replyTo } = writeLetter(mailing, row.subscriberId);
  const lines = imprint();
  const { name, tagline } = content().business;
  const house = { masthead: name, url: absoluteUrl("/"), tagline: tagline.join(" "), imprint: lines };
  return {
    ...letter,
    from: transactionalSender(),
    to: { name: row.toName ?? "", address: row.toEmail },
    replyTo,
    headers: { ...AUTOMATIC, ...headers },
    html: await render(<LetterMail letter={letter} {...house} />),
    text: letterText(letter, lines),
  };
}
