import { domainToASCII } from "node:url";

export const MAX_ADDRESS_LENGTH = 254;
const MAX_LOCAL_OCTETS = 64;
const MAX_DOMAIN_OCTETS = 253;

/** An address as typed, trimmed, and in the form in which addresses are compared. */
export type Address = { email: string; emailKey: string };
export type AddressOutcome = ({ ok: true } & Address) | { ok: false; problem: AddressProblem };
export type AddressProblem = keyof typeof ADDRESS_PROBLEMS;

/** What to say to the person who typed it. */
export const ADDRESS_PROBLEMS = {
  empty: "Enter your e-mail address.",
  "not-an-address": "Enter one address like name@example.com, with one @ and no spaces.",
  "too-long": "That address is longer than mail can carry. Enter a shorter one.",
  "unknown-domain":
    "The part after the @ does not look like a domain, such as example.com. Check its spelling.",
  "not-carried":
    "Our mail cannot carry letters outside plain English before the @. Enter an address of yours without them.",
  quoted: "Our mail cannot carry quotation marks or brackets in an address. Enter a plainer one of yours.",
} as const;

const DOT_ATOM = /^[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*$/;
const HOST = /^(?!-)[a-z0-9-]{1,63}(?<!-)(\.(?!-)[a-z0-9-]{1,63}(?<!-))+$/;

/** A domain that every reading leaves as it is: most of them, and a million of them in a file. */
const PLAIN_DOMAIN = /^(?!xn--)[a-z0-9-]+(\.(?!xn--)[a-z0-9-]+)*\.[a-z]{2,}$/;

function isDomain(ascii: string): boolean {
  // A last label of digits alone would be an IP address, which nobody's mail is at.
  return ascii.length <= MAX_DOMAIN_OCTETS && HOST.test(ascii) && !/\.\d+$/.test(ascii);
}

/**
 * Reads what somebody typed as an address: trimmed, NFC, domain to A-labels (UTS 46); the key is folded to lower
 * case for comparing only. Nothing else is merged: dots and plus signs tell people apart. An address that SMTP
 * (RFC 5321) cannot carry without extensions is refused with the name of the problem; with `anyLetters` one that needs
 * the extension for letters beyond ASCII (RFC 6531) passes.
 */
export function addressOf(text: string, { anyLetters = false } = {}): AddressOutcome {
  const email = text.trim().normalize("NFC");
  if (email === "") return { ok: false, problem: "empty" };
  if (email.length > MAX_ADDRESS_LENGTH) return { ok: false, problem: "too-long" };
  const at = email.lastIndexOf("@");
  const local = email.slice(0, at);
  const typedDomain = email.slice(at + 1);
  if (at < 1 || typedDomain === "" || !email.isWellFormed() || /[\s\p{C}\uFFFD]/u.test(email)) {
    return { ok: false, problem: "not-an-address" };
  }
  if (/["()<>[\]\\,;:]/.test(local) || typedDomain.startsWith("[")) return { ok: false, problem: "quoted" };
  if (local.includes("@")) return { ok: false, problem: "not-an-address" };
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the range is ASCII itself.
  const plain = local.replace(/[^\x00-\x7f]/gu, "x");
  if (plain !== local && !anyLetters) return { ok: false, problem: "not-carried" };
  if (!DOT_ATOM.test(plain)) return { ok: false, problem: "not-an-address" };
  const domain = PLAIN_DOMAIN.test(typedDomain) ? typedDomain : domainToASCII(typedDomain).toLowerCase();
  if (!isDomain(domain)) return { ok: false, problem: "unknown-domain" };
  const key = `${local.toLowerCase()}@${domain}`;
  if (Buffer.byteLength(local) > MAX_LOCAL_OCTETS || key.length > MAX_ADDRESS_LENGTH) {
    return { ok: false, problem: "too-long" };
  }
  return { ok: true, email, emailKey: key };
}

/** The domain of a canonical address. */
export function domainOf(emailKey: string): string {
  return emailKey.slice(emailKey.lastIndexOf("@") + 1);
}

/** The address for SMTP's envelope: the local part as typed, the domain in A-labels. */
export function envelopeAddress({ email, emailKey }: Address): string {
  return `${email.slice(0, email.lastIndexOf("@"))}@${domainOf(emailKey)}`;
}

/** An address as headers carry it: the domain in A-labels. */
export function headerAddress(email: string): string {
  if (/^[ -~]*$/.test(email)) return email;
  const at = email.lastIndexOf("@");
  return `${email.slice(0, at)}@${domainToASCII(email.slice(at + 1))}`;
}
