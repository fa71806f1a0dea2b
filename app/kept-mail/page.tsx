import "./kept-mail.css";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { latestKept } from "@/lib/mail/kept";
import { mayReadKeptMail } from "@/lib/mail/kept-access";
import { momentInWords } from "@/lib/moments";

export const metadata: Metadata = { title: "Kept mail", robots: { index: false } };

export default async function KeptMailPage() {
  if (!mayReadKeptMail(await headers())) notFound();
  const mails = await latestKept();
  return (
    <article className="kept-mail">
      <h1>Kept mail</h1>
      <p>
        No SMTP server is set, so every message is kept as a file instead of being sent. Only this machine can
        see this page. Set SMTP_URL to send mail.
      </p>
      {mails.length === 0 ? (
        <p className="notice">
          Nothing yet. Sign up on the site, and the message comes here within two seconds.
        </p>
      ) : (
        <ul className="kept-list">
          {mails.map(({ name, subject, to, date }) => (
            <li key={name}>
              <a href={`/kept-mail/${name}`}>{subject}</a>
              <br />
              <span dir="auto">{to}</span>
              {date ? <time dateTime={date.toISOString()}> {momentInWords(date)}</time> : null}
            </li>
          ))}
        </ul>
      )}
    </article>
  );
}
