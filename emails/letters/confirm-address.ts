import { HOUR } from "@/lib/clock";
import type { Letter } from "@/lib/mail/message";
import { CONFIRMATION_LIFETIME } from "@/lib/subscribers/ask";

type ConfirmAddress = { confirmUrl: string; ezine: string };

/** Asks the reader of a new address whether issues should go there. */
export function confirmAddressLetter({ confirmUrl, ezine }: ConfirmAddress): Letter {
  return {
    subject: `Confirm your new address for ${ezine}`,
    preheader: "One press, and issues come to this address instead.",
    heading: "One press moves your subscription here",
    blocks: [
      { kind: "text", text: `A subscriber to ${ezine} asked us to send it to this address from now on.` },
      { kind: "button", label: "Use this address", url: confirmUrl },
      {
        kind: "text",
        text: `The link works for ${CONFIRMATION_LIFETIME / HOUR} hours. If you did not ask, do nothing: nothing will be sent here.`,
      },
    ],
    reason: "You get this because this address was entered on a subscriber’s preferences page on our site.",
  };
}
