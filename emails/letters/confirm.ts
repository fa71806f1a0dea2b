import { HOUR } from "@/lib/clock";
import type { Letter } from "@/lib/mail/message";
import { CONFIRMATION_LIFETIME } from "@/lib/subscribers/ask";

type Confirm = { confirmUrl: string; neverUrl: string; ezine: string; promise: string; reminder: boolean };

const HOURS = CONFIRMATION_LIFETIME / HOUR;

/** Asks whoever reads an address whether they signed up; repeats nothing that was typed into the form. */
export function confirmLetter({ confirmUrl, neverUrl, ezine, promise, reminder }: Confirm): Letter {
  return {
    subject: reminder ? `A reminder: confirm ${ezine}` : `Confirm your subscription to ${ezine}`,
    preheader: "One press and you are on the list. If you did not ask, do nothing.",
    heading: reminder ? "Still want our letter?" : "One press and you are on the list",
    blocks: [
      {
        kind: "text",
        text: reminder
          ? `Yesterday somebody asked on our site for ${ezine} to be sent to this address, and the link we mailed was not used. This is the only reminder.`
          : `Somebody, most likely you, asked on our site for ${ezine} to be sent to this address.`,
      },
      { kind: "text", text: `${promise} You can leave with one press from every issue.` },
      { kind: "button", label: "Confirm my subscription", url: confirmUrl },
      {
        kind: "text",
        text: `The link works for ${HOURS} hours. If you did not ask, do nothing: without your press you will not hear from us again${reminder ? "" : ", except for one reminder"}.`,
      },
      { kind: "link", before: "Never write to this address again:", url: neverUrl },
    ],
    reason: "You get this because this address was entered into the sign-up form on our site.",
  };
}
