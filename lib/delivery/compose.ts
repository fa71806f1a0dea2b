import { createHash } from "node:crypto";
import { now } from "../clock";
import { type DkimKey, dkimSignature } from "../mail/dkim";
import { headerDate, headerField, headerMailbox, headerPhrase, headerText } from "../mail/mime-header";
import { headerAddress } from "../subscribers/address";
import { signToken } from "../tokens";
import { escapeHtml, fill, piecesOf, type Values, withValues } from "./bodies";
import type { IssueLetter } from "./issue-letter";

export type Recipient = { subscriberId: string; messageId: string; email: string; name: string | null };
export type Composer = (recipient: Recipient) => Promise<Buffer>;

function sameForAll(letter: IssueLetter, boundary: string): string[] {
  const { list, siteUrl } = letter;
  return [
    headerField("From", headerMailbox(letter.from)),
    headerField("Reply-To", headerMailbox(letter.replyTo)),
    headerField("Subject", headerText(letter.subject)),
    headerField("List-Id", `${headerPhrase(list.name)} <${list.id}>`),
    headerField("List-Unsubscribe-Post", "List-Unsubscribe=One-Click"),
    headerField("List-Archive", `<${siteUrl}/ezine>`),
    headerField("List-Help", `<mailto:${letter.replyTo.address}?subject=help>, <${siteUrl}/contact>`),
    headerField("List-Owner", `<mailto:${letter.replyTo.address}>`),
    headerField("List-Post", "NO"),
    headerField("Archived-At", `<${letter.archivedAt}>`),
    headerField("Feedback-ID", `${letter.issue.slice(0, 60)}:ezine:issue:${letter.domain}`),
    headerField("Precedence", "list"),
    headerField("Content-Language", letter.language),
    headerField("MIME-Version", "1.0"),
    headerField("Content-Type", `multipart/alternative; boundary="${boundary}"`),
  ];
}

/** The reader's own links and words. A name full of oddities is left out of the text; it still stands, encoded, in To. */
function valuesFor({ subscriberId, email, name }: Recipient, siteUrl: string): Values {
  const plain = name && /^[\p{L}\p{M}'’ .-]{1,60}$/u.test(name) ? name : "";
  return {
    unsubscribe: `${siteUrl}/ezine/unsubscribe/${signToken("unsubscribe", subscriberId)}`,
    preferences: `${siteUrl}/ezine/preferences/${signToken("preferences", subscriberId)}`,
    address: email,
    greeting: plain ? `Dear ${plain},` : "Dear reader,",
  };
}

/** Both bodies of an issue as one reader sees them. */
export function bodiesFor({ html, text, siteUrl }: IssueLetter, recipient: Recipient) {
  const values = valuesFor(recipient, siteUrl);
  return { html: withValues(html, values, escapeHtml), text: withValues(text, values, (value) => value) };
}

/** Makes the finished message of an issue for one reader after another; what is the same for all is encoded once. */
export function composer(letter: IssueLetter, dkim?: DkimKey): Composer {
  const boundary = `=_${createHash("sha256").update(letter.issue).digest("hex").slice(0, 32)}`;
  const fields = sameForAll(letter, boundary);
  const part = (type: string) =>
    Buffer.from(
      `\r\n--${boundary}\r\nContent-Type: ${type}; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`,
    );
  const [textHead, htmlHead] = [part("text/plain"), part("text/html")];
  const end = Buffer.from(`\r\n--${boundary}--\r\n`);
  const text = piecesOf(letter.text);
  const html = piecesOf(letter.html);
  return async (recipient) => {
    const values = valuesFor(recipient, letter.siteUrl);
    const { email, messageId } = recipient;
    const leaveByMail = `mailto:${letter.replyTo.address}?subject=unsubscribe%20${values.unsubscribe.split("/").at(-1)}`;
    const own = [
      headerField("Date", headerDate(now())),
      headerField("Message-ID", messageId),
      headerField("To", headerMailbox({ name: recipient.name ?? "", address: headerAddress(email) })),
      headerField("List-Unsubscribe", `<${values.unsubscribe}>, <${leaveByMail}>`),
    ];
    const body = Buffer.concat([
      textHead.subarray(2),
      ...fill(text, values, (value) => value),
      htmlHead,
      ...fill(html, values, escapeHtml),
      end,
    ]);
    const all = [...own, ...fields];
    const signature = dkim ? await dkimSignature(dkim, all, body) : "";
    return Buffer.concat([Buffer.from(`${signature}${all.join("")}\r\n`), body]);
  };
}
