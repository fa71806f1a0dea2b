import { createHash, createPrivateKey, type KeyObject, sign } from "node:crypto";

export type DkimKey = { domain: string; selector: string; key: KeyObject };

/** What is signed where it is present; From once more than it occurs, so that nobody can add a second one (RFC 6376 §8.15). */
const SIGNED = [
  "from",
  "to",
  "subject",
  "date",
  "message-id",
  "reply-to",
  "mime-version",
  "content-type",
  "content-language",
  "list-id",
  "list-unsubscribe",
  "list-unsubscribe-post",
  "list-archive",
  "list-help",
  "list-owner",
  "list-post",
  "archived-at",
  "feedback-id",
];

/** Reads a private key of RSA in PEM. Throws on any other: a message signed by it would count as unsigned. */
export function dkimKey(domain: string, selector: string, pem: string): DkimKey {
  const key = createPrivateKey(pem.replace(/\\n/g, "\n"));
  if (key.asymmetricKeyType !== "rsa") throw new Error("DKIM_KEY wants a private key of RSA");
  if ((key.asymmetricKeyDetails?.modulusLength ?? 0) < 1024)
    throw new Error("DKIM_KEY wants 1024 bits at least");
  return { domain, selector, key };
}

/** A header field in DKIM's relaxed form (RFC 6376 §3.4.2), without its line end. */
function relaxed(field: string): string {
  const colon = field.indexOf(":");
  const value = field
    .slice(colon + 1)
    .replace(/\s+/g, " ")
    .trim();
  return `${field.slice(0, colon).trim().toLowerCase()}:${value}`;
}

/**
 * The DKIM-Signature field of a message. `body` must be in relaxed form already, which quotedPrintable() writes.
 * The signing runs beside the program's own thread.
 */
export async function dkimSignature(dkim: DkimKey, fields: readonly string[], body: Buffer): Promise<string> {
  const byName = new Map(fields.map((field) => [field.slice(0, field.indexOf(":")).toLowerCase(), field]));
  const names = SIGNED.filter((name) => byName.has(name));
  const hash = createHash("sha256").update(body).digest("base64");
  const unsigned =
    `DKIM-Signature: v=1; a=rsa-sha256; c=relaxed/relaxed; d=${dkim.domain};\r\n s=${dkim.selector};\r\n` +
    ` h=${[...names, "from"].join(":\r\n ")};\r\n bh=${hash};\r\n b=`;
  const lines = names.map((name) => `${relaxed(byName.get(name) ?? "")}\r\n`);
  const data = Buffer.from(lines.join("") + relaxed(unsigned));
  const signature = await new Promise<Buffer>((resolve, reject) => {
    sign("sha256", data, dkim.key, (error, made) => (error ? reject(error) : resolve(made)));
  });
  const folded = signature.toString("base64").match(/.{1,72}/g) ?? [];
  return `${unsigned}${folded.join("\r\n ")}\r\n`;
}
