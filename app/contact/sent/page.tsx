import type { Metadata } from "next";
import { CalmPage } from "@/components/calm-page";
import { content } from "@/lib/content/content";

export const metadata: Metadata = { title: "Your message was sent", robots: { index: false } };

export default function SentPage() {
  const { telephone, telephoneLink } = content().business;
  return (
    <CalmPage kicker="Contact" title="Your message was sent">
      <p className="notice" role="status">
        Thank you for writing. A person reads your message and answers it, as a rule within two working days.
        A short note that it arrived is on its way to you.
      </p>
      <p>
        If it cannot wait, call <a href={`tel:${telephoneLink}`}>{telephone}</a>.
      </p>
      <p>
        <a href="/resources">Try one of the worksheets</a> or <a href="/ezine">read the past issues</a>.
      </p>
    </CalmPage>
  );
}
