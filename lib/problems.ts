/** A request that could not be served as it came: its status, and what its sender reads. */
export interface Problem {
  status: number;
  title: string;
  text: string;
}

const PROBLEMS = {
  "bad-request": {
    status: 400,
    title: "That request makes no sense",
    text: "The address or the request was garbled on its way here. Go back and try again from the page itself.",
  },
  foreign: {
    status: 403,
    title: "That form was not ours",
    text: "It was sent from another site, so nothing was done with it. Open the page here and fill it in again.",
  },
  "stale-form": {
    status: 409,
    title: "That page was too old",
    text: "The site has changed since you opened the form, and nothing was sent. Go back, reload the page and send it again.",
  },
  "too-large": {
    status: 413,
    title: "That was too much at once",
    text: "What you sent is larger than any of our forms takes, and nothing was kept. Shorten it and send it again.",
  },
  "wrong-type": {
    status: 415,
    title: "That came in a form we can’t read",
    text: "Our forms take what a browser sends from the page. Open the page and send it from there.",
  },
  "too-many": {
    status: 429,
    title: "That was a little too often",
    text: "Many requests came from your connection in a short time. Wait a minute and try again.",
  },
  "server-error": {
    status: 500,
    title: "Something broke on our side",
    text: "It is not your fault, and what went wrong is written down. Please try again in a minute.",
  },
} satisfies Record<string, Problem>;

const BY_KIND: ReadonlyMap<string, Problem> = new Map(Object.entries(PROBLEMS));

/** Every kind of problem that has a page. */
export function problemKinds(): string[] {
  return [...BY_KIND.keys()];
}

/** What is said of a kind of problem, or undefined for a kind there is not. */
export function problemOf(kind: string): Problem | undefined {
  return BY_KIND.get(kind);
}
