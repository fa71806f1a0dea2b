/** What is said when something a mailed link was for is done. */
export const DONE = {
  confirmed: {
    title: "You are subscribed",
    text: "Thank you. You are subscribed, and a welcome is on its way to your mailbox. The next issue comes to it too.",
  },
  "address-changed": {
    title: "Your address is changed",
    text: "Done. Issues come to the new address from now on.",
  },
  "fresh-link": {
    title: "Check your mail",
    text: "A fresh link is on its way, unless we mailed several to this address lately. It works for three days.",
  },
  "back-on-the-list": {
    title: "Good to have you back",
    text: "You are back on the list. The next issue comes to you as before.",
  },
  "never-again": {
    title: "Never again",
    text: "Done. We will not write to this address again, whoever enters it.",
  },
  erased: {
    title: "Erased",
    text: "Nothing that names you is left with us, and nothing more is sent to you.",
  },
} as const;

export type Done = keyof typeof DONE;

/** Whether a text names one of them. */
export function isDone(what: string): what is Done {
  return Object.hasOwn(DONE, what);
}

/** The address of what is said. */
export function donePath(what: Done): `/ezine/done/${Done}` {
  return `/ezine/done/${what}`;
}
