import { DAY } from "@/lib/clock";
import { absoluteUrl, type Site } from "@/lib/site";

export const SECURITY_PATH = "/.well-known/security.txt";

/** RFC 9116 wants less than a year, so that nobody relies on what was forgotten. */
const VALID_FOR = 360 * DAY;

/** Whom to tell of a weakness, RFC 9116, good for the better part of a year from a moment. */
export function securityContact({ business, origin }: Site, from: Date): string {
  const until = new Date(from.getTime() + VALID_FOR).toISOString().replace(/\.\d+Z$/, "Z");
  const [language] = business.language.split("-");
  return [
    `Contact: mailto:${encodeURI(business.email)}`,
    `Contact: ${absoluteUrl("/contact", { origin })}`,
    `Expires: ${until}`,
    `Preferred-Languages: ${language}`,
    `Canonical: ${absoluteUrl(SECURITY_PATH, { origin })}`,
    "",
  ].join("\n");
}
