import "../kept-mail.css";
import type { Metadata } from "next";
import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { readKept } from "@/lib/mail/kept";
import { mayReadKeptMail } from "@/lib/mail/kept-access";

export const metadata: Metadata = { title: "Kept mail", robots: { index: false } };

/** Addresses of this site in a text, as something to press. */
function withLinks(text: string) {
  return text.split(/(https?:\/\/[^\s<>"]+)/).map((part) =>
    part.startsWith("http") && URL.canParse(part) ? (
      <a key={part} href={new URL(part).pathname}>
        {part}
      </a>
    ) : (
      part
    ),
  );
}

export default async function KeptMessagePage({ params }: PageProps<"/kept-mail/[name]">) {
  if (!mayReadKeptMail(await headers())) notFound();
  const mail = await readKept((await params).name);
  if (!mail) notFound();
  return (
    <article className="kept-mail">
      <p className="kicker">
        <a href="/kept-mail">Kept mail</a>
      </p>
      <h1>{mail.subject}</h1>
      <p dir="auto">
        From {mail.from} to {mail.to}
      </p>
      <h2>As text</h2>
      <pre className="kept-text">{withLinks(mail.text)}</pre>
      <h2>As HTML</h2>
      <iframe className="kept-html" src={`/kept-mail/${mail.name}/html`} title="The message as HTML" />
      <details>
        <summary>Headers</summary>
        <pre className="kept-text">{mail.headers}</pre>
      </details>
    </article>
  );
}
