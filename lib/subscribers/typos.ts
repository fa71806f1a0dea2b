import { domainOf } from "./address";

/** Domains at which most people's private mail is. */
const WELL_KNOWN = [
  "gmail.com",
  "yahoo.com",
  "hotmail.com",
  "outlook.com",
  "icloud.com",
  "aol.com",
  "comcast.net",
  "verizon.net",
  "live.com",
  "msn.com",
  "me.com",
  "att.net",
];

/** Real domains that differ from a well-known one by a letter; nobody is asked about these. */
const REAL = new Set([
  "mail.com",
  "gmx.com",
  "ymail.com",
  "email.com",
  "mac.com",
  "gmx.net",
  "live.ca",
  "web.de",
]);

/** Whether one text becomes the other by one letter added, left out, changed, or two neighbours swapped. */
function isOneSlip(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let at = 0;
  while (at < a.length && a[at] === b[at]) at++;
  const [restA, restB] = [a.slice(at), b.slice(at)];
  const changed = restA.slice(1) === restB.slice(1);
  const added = restA.slice(1) === restB || restA === restB.slice(1);
  const swapped = restA[0] === restB[1] && restA[1] === restB[0] && restA.slice(2) === restB.slice(2);
  return changed || added || swapped;
}

/** The address somebody probably meant, when its domain is one slip away from a well-known one; to be offered, never applied. */
export function likelyMeant({ email, emailKey }: { email: string; emailKey: string }): string | undefined {
  const domain = domainOf(emailKey);
  if (WELL_KNOWN.includes(domain) || REAL.has(domain)) return undefined;
  const meant = WELL_KNOWN.find((known) => isOneSlip(domain, known));
  return meant && `${email.slice(0, email.lastIndexOf("@"))}@${meant}`;
}
