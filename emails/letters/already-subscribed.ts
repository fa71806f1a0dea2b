import type { Letter } from "@/lib/mail/message";

type Already = { ezine: string; preferencesUrl: string; unsubscribeUrl: string };

/** Tells somebody on the list that their address was entered once more. */
export function alreadySubscribedLetter({ ezine, preferencesUrl, unsubscribeUrl }: Already): Letter {
  return {
    subject: `You are already on the list for ${ezine}`,
    preheader: "Your address was entered into the sign-up form. Nothing has changed.",
    heading: "You are already on the list",
    blocks: [
      {
        kind: "text",
        text: "Your address was entered into the sign-up form on our site. It is on the list already, so nothing has changed.",
      },
      {
        kind: "text",
        text: "If issues do not reach you, look in your junk folder, and add our address to your contacts.",
      },
      {
        kind: "link",
        before: "Change your name or address, or pause for a while:",
        url: preferencesUrl,
      },
      { kind: "link", before: "Leave the list:", url: unsubscribeUrl },
    ],
    reason: `You get this because you subscribe to ${ezine}. We say so at most once a week.`,
  };
}
