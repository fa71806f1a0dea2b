import type { Metadata } from "next";
import { EnquiryForm } from "@/components/forms/enquiry-form";
import { Opening } from "@/components/page/opening";
import { Prose } from "@/components/prose";
import { content } from "@/lib/content/content";
import { page } from "@/lib/content/pages";
import { metadataOf } from "@/lib/metadata";
import { sendEnquiry } from "./actions";

export function generateMetadata(): Metadata {
  return metadataOf(page("contact"));
}

export default function ContactPage() {
  const words = page("contact");
  const { address, email, name, telephone, telephoneLink } = content().business;
  return (
    <>
      <Opening trail={[]} kicker={words.kicker} title={words.title} standfirst={words.summary} />
      <div className="spread">
        <div className="text">
          <Prose entry={words} />
          <EnquiryForm action={sendEnquiry} />
        </div>
        <div className="aside terms">
          <h2 className="caps">By telephone</h2>
          <p>
            <a className="big-link" href={`tel:${telephoneLink}`}>
              {telephone}
            </a>
          </p>
          <h2 className="caps">By e-mail</h2>
          <p>
            <a className="big-link" href={`mailto:${email}`}>
              {email.replace(/@.*$/, "@")}
              <wbr />
              {email.replace(/^.*@/, "")}
            </a>
          </p>
          <h2 className="caps">By post, or at the table</h2>
          <p>
            {name}
            <br />
            {address.street}
            <br />
            {address.city}, {address.region} {address.postalCode}
          </p>
        </div>
      </div>
    </>
  );
}
