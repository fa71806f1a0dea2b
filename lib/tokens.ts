import { createHash, createHmac, timingSafeEqual } from "node:crypto";
import { appSecrets } from "./env/env";
import { base32, ID_LENGTH } from "./ids";

/** What a link may do; a token made for one purpose is worth nothing for another. */
export type TokenPurpose = "confirm" | "unsubscribe" | "preferences" | "never" | "verp";

const KEY_ID_LENGTH = 4;
const MAC_LENGTH = 26;
export const TOKEN_LENGTH = KEY_ID_LENGTH + ID_LENGTH + MAC_LENGTH;
const SHAPE = new RegExp(`^[0-9a-z]{${TOKEN_LENGTH}}$`);

/** The few secrets of a process by name: every link of every mail begins with one. */
const keyIds = new Map<string, string>();

/** The short public name of a secret, so that a token or hash says which secret made it. */
export function keyId(secret: string): string {
  const known = keyIds.get(secret);
  if (known !== undefined) return known;
  const made = base32(createHash("sha256").update(`key id\n${secret}`).digest()).slice(0, KEY_ID_LENGTH);
  keyIds.set(secret, made);
  return made;
}

function mac(secret: string, purpose: TokenPurpose, id: string): string {
  return base32(createHmac("sha256", secret).update(`${purpose}\n${id}`).digest()).slice(0, MAC_LENGTH);
}

/** A token for one row and one purpose: key id, row id and 128 bits of HMAC-SHA-256, in letters and digits of one case. */
export function signToken(purpose: TokenPurpose, id: string): string {
  const [secret] = appSecrets();
  return keyId(secret) + id + mac(secret, purpose, id);
}

/** The row id that a token of ours names, or undefined for any other text. It never expires by itself. */
export function readToken(purpose: TokenPurpose, token: string): string | undefined {
  const text = token.toLowerCase();
  if (!SHAPE.test(text)) return undefined;
  const secret = appSecrets().find((candidate) => keyId(candidate) === text.slice(0, KEY_ID_LENGTH));
  if (!secret) return undefined;
  const id = text.slice(KEY_ID_LENGTH, KEY_ID_LENGTH + ID_LENGTH);
  const given = Buffer.from(text.slice(KEY_ID_LENGTH + ID_LENGTH));
  return timingSafeEqual(given, Buffer.from(mac(secret, purpose, id))) ? id : undefined;
}

/** HMAC-SHA-256 of a text under each secret, the one in use first: for looking people up without keeping who they are. */
export function keyedHashes(text: string): { keyId: string; hash: string }[] {
  return appSecrets().map((secret) => ({
    keyId: keyId(secret),
    hash: createHmac("sha256", secret).update(`keyed hash\n${text}`).digest("hex"),
  }));
}
