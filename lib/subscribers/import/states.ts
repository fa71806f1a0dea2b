import { plain } from "./words";

export type Standing = "PENDING" | "ACTIVE" | "UNSUBSCRIBED" | "BOUNCED" | "COMPLAINED";
/** What a file says of a reader; "elsewhere" are rows that the other program kept without writing to them. */
export type Said = Standing | "elsewhere";

/** The weaker a standing, the earlier: whatever says that somebody is gone wins over what says they are here. */
const ORDER: Said[] = ["ACTIVE", "PENDING", "UNSUBSCRIBED", "BOUNCED", "COMPLAINED", "elsewhere"];

const WORDS: Record<Said, string> = {
  ACTIVE:
    "active subscribed enabled confirmed optin optedin doubleoptin singleoptin explicit regular free paid premium gifted trialed comped yes true 1 aktiv live",
  PENDING:
    "pending unconfirmed unactivated notconfirmed awaitingconfirmation waiting optinpending pendingoptin",
  UNSUBSCRIBED:
    "unsubscribed unsubscribe optout optedout inactive blocklisted blacklisted blocked suppressed removed left cancelled canceled no false 0 donotmail donotemail abgemeldet",
  BOUNCED: "bounced bounce cleaned hardbounced hardbounce undeliverable invalid dead undelivered",
  COMPLAINED:
    "complained complaint spam spammed junk markedasspam abuse spammy spamcomplaint spamreported reported",
  elsewhere: "disabled archived deleted nonsubscribed neversubscribed notsubscribed transactional unknown",
};

const STANDINGS = new Map(
  ORDER.flatMap((said) => WORDS[said].split(" ").map((word): [string, Said] => [word, said])),
);

/** What a word in a status column means; undefined for one nobody here knows. */
export function saidBy(word: string): Said | undefined {
  return STANDINGS.get(plain(word));
}

/** Of several things a file says about one reader, the one that counts. */
export function strongest(said: Said[]): Said | undefined {
  return said.reduce<Said | undefined>(
    (best, next) => (best === undefined || ORDER.indexOf(next) > ORDER.indexOf(best) ? next : best),
    undefined,
  );
}

/** Whether nothing may be sent to somebody who stands like this. */
export function isGone(standing: string): boolean {
  return standing !== "ACTIVE" && standing !== "PENDING";
}
