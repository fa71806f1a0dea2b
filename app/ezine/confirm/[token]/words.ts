import type { ConfirmationState } from "@/lib/subscribers/confirm";

type Words = { title: string; text: string; next: { label: string; href: string } };

const ARCHIVE = { label: "Read the past issues", href: "/ezine" };
const SIGN_UP = { label: "Go to the sign-up form", href: "/ezine/subscribe" };

/** What the page of a mailed link says, by what the link is worth. */
export const CONFIRMATION_WORDS: Record<ConfirmationState | "open-address", Words> = {
  open: {
    title: "One press and you are on the list",
    text: "Press the button to get our letter once a month at the address this link was mailed to.",
    next: { label: "What comes, and how to leave", href: "/ezine/subscribe" },
  },
  "open-address": {
    title: "Move your subscription here",
    text: "Press the button and issues come to the address this link was mailed to, instead of the old one.",
    next: ARCHIVE,
  },
  already: {
    title: "You are subscribed",
    text: "This subscription is confirmed. The next issue comes to your address.",
    next: ARCHIVE,
  },
  used: {
    title: "This link was used",
    text: "It confirmed a subscription that has ended since. If you want our letter again, ask for a fresh link; it goes to the same address.",
    next: SIGN_UP,
  },
  replaced: {
    title: "There is a newer link",
    text: "We mailed a newer one after this. Look for our latest message, or ask for a fresh link; it goes to the same address.",
    next: SIGN_UP,
  },
  expired: {
    title: "This link has expired",
    text: "Links work for three days. Ask for a fresh one and it goes to the same address.",
    next: SIGN_UP,
  },
  taken: {
    title: "This address is on the list already",
    text: "Another subscription has this address, so nothing was changed.",
    next: ARCHIVE,
  },
  unknown: {
    title: "We do not know this link",
    text: "Part of it may be missing: open it from the message again, or copy all of it. Sign-ups that were not confirmed are removed after a month; if that is what happened, sign up again.",
    next: SIGN_UP,
  },
};
