import { createPublicKey } from "node:crypto";
import { z } from "zod";

const address = /^[^\s@<>]+@[^\s@<>]+$/;
const mailbox = /^(?:[^<>\r\n]*<[^\s@<>]+@[^\s@<>]+>|[^\s@<>]+@[^\s@<>]+)$/;

function wholeNumber(from: number, to: number) {
  return z.string().transform((text, context) => {
    const number = Number(text);
    if (/^\d+$/.test(text) && number >= from && number <= to) return number;
    context.addIssue({ code: "custom", message: `wants a whole number from ${from} to ${to}` });
    return z.NEVER;
  });
}

function url(schemes: readonly string[], example: string) {
  return z.string().refine((text) => {
    if (!URL.canParse(text)) return false;
    return schemes.includes(new URL(text).protocol);
  }, `wants an address like ${example}`);
}

const siteUrl = url(["http:", "https:"], "https://www.example.com")
  .refine((text) => {
    if (!URL.canParse(text)) return true;
    const { pathname, search, hash } = new URL(text);
    return pathname === "/" && search === "" && hash === "";
  }, "wants the site's origin alone, without a path")
  .transform((text) => new URL(text).origin);

/** Older secrets, a comma between them; the whole text is tried as one too, for a secret may hold a comma itself. */
const secrets = z
  .string()
  .transform((text) =>
    [...new Set([text, ...text.split(",").map((secret) => secret.trim())])].filter(Boolean),
  );

/** 200, or 200,400,800 for a first, second and every later day. */
const perDay = z
  .string()
  .regex(
    /^[1-9]\d{0,8}(\s*,\s*[1-9]\d{0,8})*$/,
    "wants a number such as 5000, or 200,400,800 for one day after the other",
  )
  .transform((text) => text.split(",").map(Number));

/** 60 for each domain, and gmail.com=20 for that one. */
const domainRate = z
  .string()
  .regex(
    /^([a-z0-9.-]+\.[a-z0-9-]+=)?[1-9]\d{0,5}(\s*,\s*([a-z0-9.-]+\.[a-z0-9-]+=)?[1-9]\d{0,5})*$/i,
    "wants messages a minute: 60 for each domain, gmail.com=20 for one, or both with a comma between",
  )
  .transform(
    (text) =>
      new Map(
        text.split(",").map((part): [string, number] => {
          const [domain = "", rate] = part.trim().toLowerCase().split("=");
          return rate === undefined ? ["*", Number(domain)] : [domain, Number(rate)];
        }),
      ),
  );

/** A public key as SendGrid shows it: DER in base64. */
function isEllipticKey(text: string): boolean {
  try {
    const key = createPublicKey({ key: Buffer.from(text, "base64"), format: "der", type: "spki" });
    return key.asymmetricKeyType === "ec";
  } catch {
    return false;
  }
}

/** Every setting as its variable may be given; what is missing has its default put in afterwards. */
export const settings = z.object({
  PORT: wholeNumber(1, 65535).optional(),
  SITE_URL: siteUrl.optional(),
  DATABASE_URL: z
    .string()
    .regex(
      /^(file:.+|postgres(ql)?:\/\/.+)$/,
      "wants file:./data/site.db or postgresql://user:password@host/name",
    )
    .optional(),
  DATA_DIR: z.string().optional(),
  SMTP_URL: url(["smtp:", "smtps:"], "smtps://user:password@smtp.example.com").optional(),
  MAIL_FROM: z.string().regex(mailbox, "wants name@example.com or Name <name@example.com>").optional(),
  EZINE_FROM: z.string().regex(mailbox, "wants name@example.com or Name <name@example.com>").optional(),
  BOUNCE_ADDRESS: z.string().regex(address, "wants one address, such as bounces@example.com").optional(),
  BOUNCE_IMAP_URL: url(["imap:", "imaps:"], "imaps://user:password@imap.example.com").optional(),
  MAILGUN_SIGNING_KEY: z.string().min(16, "wants the HTTP webhook signing key of the account").optional(),
  SENDGRID_PUBLIC_KEY: z
    .string()
    .refine(isEllipticKey, "wants the verification key of the signed event webhook")
    .optional(),
  OWNER_EMAIL: z.string().regex(address, "wants one address").optional(),
  APP_SECRET: z.string().min(32, "wants at least 32 characters that nobody can guess").optional(),
  APP_SECRET_PREVIOUS: secrets.optional(),
  DKIM_DOMAIN: z.hostname("wants the domain that signs, such as example.com").optional(),
  DKIM_SELECTOR: z
    .string()
    .regex(/^[a-z0-9.-]+$/i, "wants the selector under which the key is published")
    .optional(),
  DKIM_KEY: z.string().includes("PRIVATE KEY", { error: "wants a private key of RSA in PEM" }).optional(),
  SEND_RATE: wholeNumber(1, 10000).optional(),
  SEND_CONNECTIONS: wholeNumber(1, 100).optional(),
  SEND_PER_DAY: perDay.optional(),
  SEND_DOMAIN_RATE: domainRate.optional(),
  SEND_UNCERTAIN: z.enum(["hold", "retry"], "wants hold or retry").optional(),
  SEND_ONLY_TO: z
    .string()
    .transform((text) => text.split(/[\s,]+/).filter(Boolean))
    .optional(),
  TRUST_PROXY: wholeNumber(0, 10).optional(),
});

export type GivenSettings = z.infer<typeof settings>;
export const SETTING_NAMES = settings.keyof().options;
