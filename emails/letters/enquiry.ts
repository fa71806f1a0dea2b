import type { Letter } from "@/lib/mail/message";

type EnquiryToOwner = { name: string; email: string; message: string; page: string };

/** Brings an enquiry to the owner, whole; an answer goes to the person who wrote it. */
export function enquiryLetter({ name, email, message, page }: EnquiryToOwner): Letter {
  return {
    subject: "An enquiry from the site",
    preheader: "Answer this message to write to the sender.",
    heading: "An enquiry from the site",
    blocks: [
      { kind: "fact", label: "From", value: name },
      { kind: "fact", label: "Address", value: email },
      { kind: "fact", label: "Page", value: page },
      { kind: "quote", text: message },
    ],
    reason:
      "Sent by the contact form of your site. Your answer goes to the address above, which nobody has checked.",
  };
}

/** Tells the sender of an enquiry that it arrived, and repeats none of it. */
export function enquiryReceiptLetter({ business }: { business: string }): Letter {
  return {
    subject: `Your message reached ${business}`,
    preheader: "A person reads it and answers, as a rule within two working days.",
    heading: "Your message arrived",
    blocks: [
      {
        kind: "text",
        text: "Thank you for writing. A person reads every message and answers it, as a rule within two working days.",
      },
      { kind: "text", text: "If you would rather talk, our telephone number is below." },
      {
        kind: "text",
        text: "If you did not write to us, somebody else entered your address, and you need not do anything. It was not put on any list.",
      },
    ],
    reason: "You get this because this address was entered into the contact form on our site.",
  };
}
